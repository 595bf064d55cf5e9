/** The path prefixes under which a document says that its paths are served: `servers`, or `basePath` in OpenAPI 2.0. */
import { LIMITS } from './limits.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';
import { child, isList, isMap, keyPlace, kindOf, type MapNode, placeOf, scalarText, type TreeNode, textOf } from './tree.ts';

/** Pieces of a URL template; more is no URL. */
const MAX_PARTS = 40;

/** Prefixes of the whole document, the first one first; `['']` when it names none. */
export function readBasePaths(root: MapNode, isSwagger: boolean, problems: Problems): readonly string[] {
  if (isSwagger) {
    const node = child(root, 'basePath');
    if (!node) return [''];
    const text = textOf(node);
    if (text === null)
      problems.add('warning', `basePath is ${kindOf(node)} where a text is expected: left out`, keyPlace(root, 'basePath'));
    return [text === null ? '' : normal(text)];
  }
  return serverPaths(child(root, 'servers'), problems);
}

/** The prefixes of one `servers` list. */
export function serverPaths(servers: TreeNode | null, problems: Problems): readonly string[] {
  if (!servers) return [''];
  if (!isList(servers)) {
    problems.add('warning', `servers is ${kindOf(servers)} where a list is expected: left out`, placeOf(servers));
    return [''];
  }
  const paths = new Set<string>();
  for (const server of servers.items.slice(0, 100)) {
    const url = textOf(child(server, 'url'));
    if (url === null) {
      problems.add('warning', 'a server without a url: left out', placeOf(server));
      continue;
    }
    for (const expanded of expand(url, server, problems)) {
      if (paths.size < LIMITS.basePaths) paths.add(pathOf(expanded));
    }
  }
  return paths.size > 0 ? [...paths] : [''];
}

/** A URL template with its variables filled in: the defaults first, then the other values that `enum` allows. */
function expand(url: string, server: TreeNode, problems: Problems): readonly string[] {
  let urls = [''];
  for (const part of url
    .slice(0, 2000)
    .split(/(\{[^{}]*\})/)
    .slice(0, MAX_PARTS)) {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    const values = name === undefined ? [part] : valuesOf(name, server, problems);
    urls = urls.flatMap((head) => values.map((value) => head + value)).slice(0, LIMITS.basePaths);
  }
  return urls;
}

function valuesOf(name: string, server: TreeNode, problems: Problems): readonly string[] {
  const variable = child(child(server, 'variables'), name);
  const standard = scalarText(child(variable, 'default'));
  const list = child(variable, 'enum');
  const others = isList(list) ? list.items.slice(0, LIMITS.basePaths).flatMap((item) => scalarText(item) ?? []) : [];
  const values = [...new Set([...(standard === null ? [] : [standard]), ...others])];
  if (values.length > 0) return values;
  const place = isMap(server) ? keyPlace(server, 'url') : placeOf(server);
  problems.add('warning', `the server variable ${quote(name)} has no default: read as empty`, place);
  return [''];
}

/** The path of a URL, absolute or relative, without query and fragment. */
function pathOf(url: string): string {
  const withoutOrigin = url.trim().replace(/^([A-Za-z][A-Za-z0-9+.-]*:)?\/\/[^/?#]*/, '');
  return normal(withoutOrigin.replace(/[?#].*$/s, ''));
}

function normal(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..') kept.pop();
    else kept.push(part);
  }
  return kept.map((part) => `/${part}`).join('');
}
