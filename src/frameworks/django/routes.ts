/** Walks the URL tree that the project built: one leaf for each pattern, with path, callback and where it stands. */

import { possibleElements } from '../../interpreter/possible.ts';
import type { PyInst, PyUnknown, Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { Place } from '../../model/place.ts';
import { placeOf } from '../../python/parse.ts';
import type { Site } from '../../python/syntax.ts';
import { attempt } from './attempt.ts';
import { convertersOf } from './converters.ts';
import { EarlierRoutes, type Guards } from './earlier-routes.ts';
import { namedGroups } from './regex-examples.ts';
import { alternativesOf, escapeRegex, regexTemplate, routeRegex, routeTemplate } from './url-template.ts';

export interface Leaf {
  /** With `{name}` parameters, starting with a slash. */
  readonly path: string;
  readonly formatSuffix: boolean;
  /** Namespaced name, or null. */
  readonly name: string | null;
  readonly callback: Value;
  readonly place: Place | null;
  readonly site: Site | null;
  /** False where earlier patterns answer every path that this one takes, or it takes none. */
  readonly reachable: boolean;
  readonly appNames: readonly string[];
  /** Keyword arguments that the pattern passes to the view. */
  readonly defaults: Value | null;
  /** Parameter names of the path. */
  readonly parameters: readonly string[];
  /** Those of them that a match may leave out: the view does not get them then. */
  readonly optional: ReadonlySet<string>;
  /** Those of them whose value is true whenever it is there. */
  readonly filled: ReadonlySet<string>;
  /** Regular expression of its paths, from the root without the first slash. */
  readonly pattern: string;
  readonly guards: Guards;
  /** What has to hold for the route to exist. */
  readonly conditions: readonly string[];
  /** Set when a part of the tree is not known here: no callback. */
  readonly unknown: PyUnknown | null;
}

interface Prefix {
  readonly template: string;
  /** Regular expression of the whole way from the root. */
  readonly regex: string;
  readonly namespaces: readonly string[];
  readonly appNames: readonly string[];
  readonly defaults: readonly Value[];
  readonly conditions: readonly string[];
  readonly parameters: readonly string[];
  readonly optional: ReadonlySet<string>;
  readonly filled: ReadonlySet<string>;
  /** Converters that refuse some of what their group matches, by the name of the group. */
  readonly guards: Guards;
}

const NO_GUARDS: Guards = new Map();
const NOTHING: ReadonlySet<string> = new Set();
const MOST_LEAVES = 100_000;
const DEEPEST = 40;

/** The leaves below a list of patterns, in the order in which Django tries them. */
export function walkUrls(vm: VM, patterns: Value): Leaf[] {
  const leaves: Leaf[] = [];
  const earlier = new EarlierRoutes();
  let groups = 0;
  const start: Prefix = {
    template: '',
    regex: '',
    namespaces: [],
    appNames: [],
    defaults: [],
    conditions: [],
    parameters: [],
    optional: NOTHING,
    filled: NOTHING,
    guards: NO_GUARDS,
  };

  const walk = (list: Value, prefix: Prefix, depth: number): void => {
    if (depth > DEEPEST || leaves.length > MOST_LEAVES) return;
    for (const { value, conditions } of possibleElements(vm, urlpatternsOf(list))) {
      const inner: Prefix = conditions.length ? { ...prefix, conditions: [...prefix.conditions, ...conditions] } : prefix;
      if (value.k === 'unknown') leaves.push(unknownLeaf(inner, value));
      else if (value.k === 'inst') entry(value, inner, depth);
      else if (value.k === 'list' || value.k === 'tuple') walk(value, inner, depth + 1);
    }
  };

  const entry = (item: PyInst, prefix: Prefix, depth: number): void => {
    const isResolver = vm.lookup(item.cls, 'url_patterns') !== null;
    const part = patternPart(vm, item, !isResolver, () => `guarded${groups++}`);
    const next: Prefix = {
      ...prefix,
      template: prefix.template + part.template,
      regex: prefix.regex + part.regex,
      parameters: [...prefix.parameters, ...part.parameters],
      optional: part.optional?.size ? new Set([...prefix.optional, ...part.optional]) : prefix.optional,
      filled: part.filled?.size ? new Set([...prefix.filled, ...part.filled]) : prefix.filled,
      guards: part.guards?.size ? new Map([...prefix.guards, ...part.guards]) : prefix.guards,
    };
    if (isResolver) {
      const below = attempt(vm, `patterns below ${next.template || '/'}`, () => vm.getAttr(item, 'url_patterns', null));
      const namespace = textAttr(vm, item, 'namespace');
      const appName = textAttr(vm, item, 'app_name');
      const kwargs = vm.findAttr(item, 'default_kwargs', null);
      if (below) {
        walk(
          below,
          {
            ...next,
            namespaces: namespace ? [...next.namespaces, namespace] : next.namespaces,
            appNames: appName ? [...next.appNames, appName] : next.appNames,
            defaults: kwargs ? [...next.defaults, kwargs] : next.defaults,
          },
          depth + 1,
        );
      }
      return;
    }
    const callback = vm.findAttr(item, 'callback', null);
    if (!callback) return;
    let path = next.template.startsWith('//') ? next.template : `/${next.template.replace(/^\/+/, '')}`;
    const formatSuffix = /\.\{format\}\/?$/.test(path);
    if (formatSuffix) path = path.replace(/\/+$/, '');
    // A `path()` route ends where it ends; a regular expression only at its own `$`.
    const ended = (regex: string) => (part.closed && !regex.endsWith('$') ? `${regex}$` : regex.replace(/\\Z$/, '$'));
    const whole = ended(next.regex);
    const reachable = !earlier.hides(whole, callback, next.guards);
    // A route that may not exist hides nothing.
    if (next.conditions.length === 0) earlier.add(whole, callback, next.guards);
    const name = textAttr(vm, item, 'name');
    const defaults = vm.findAttr(item, 'default_args', null);
    leaves.push({
      path,
      formatSuffix,
      name: name ? [...next.namespaces, name].join(':') : null,
      callback,
      place: item.site ? placeOf(item.site) : null,
      site: item.site ?? null,
      reachable,
      appNames: next.appNames,
      defaults:
        defaults?.k === 'dict' && defaults.entries.size ? defaults : (next.defaults.find((d) => d.k === 'dict' && d.entries.size) ?? null),
      parameters: next.parameters,
      optional: next.optional,
      filled: next.filled,
      pattern: whole,
      guards: next.guards,
      conditions: next.conditions,
      unknown: null,
    });
  };

  walk(patterns, start, 0);
  return leaves;
}

/** `include` takes modules as well as lists. */
export function urlpatternsOf(value: Value): Value {
  return value.k === 'module' ? (value.scope.vars.get('urlpatterns') ?? value) : value;
}

function unknownLeaf(prefix: Prefix, value: PyUnknown): Leaf {
  return {
    path: `/${prefix.template.replace(/^\/+/, '')}`,
    formatSuffix: false,
    name: null,
    callback: value,
    place: value.site ? placeOf(value.site) : null,
    site: value.site,
    reachable: true,
    appNames: prefix.appNames,
    defaults: null,
    parameters: prefix.parameters,
    optional: prefix.optional,
    filled: prefix.filled,
    pattern: prefix.regex,
    guards: prefix.guards,
    conditions: prefix.conditions,
    unknown: value,
  };
}

/** The text of an attribute; null for none, an empty one, and what is not known. */
export function textAttr(vm: VM, item: PyInst, name: string): string | null {
  const value = vm.findAttr(item, name, null);
  return value?.k === 'str' && value.v ? value.v : null;
}

interface Part {
  readonly template: string;
  readonly regex: string;
  readonly guards?: Guards;
  readonly optional?: ReadonlySet<string>;
  readonly filled?: ReadonlySet<string>;
  readonly parameters: readonly string[];
  /** Made by `path()`: as an endpoint it matches to the end. */
  readonly closed: boolean;
}

/** Template and regular expression of one URLPattern (an endpoint) or URLResolver. */
function patternPart(vm: VM, item: PyInst, isEndpoint: boolean, nameGroup: () => string): Part {
  const pattern = vm.findAttr(item, 'pattern', null);
  if (pattern?.k !== 'inst') return { template: '', regex: '', parameters: [], closed: false };
  const prefix = vm.lookup(pattern.cls, 'language_prefix');
  if (prefix) {
    const text = attempt(vm, 'language prefix', () => vm.getAttr(pattern, 'language_prefix', null));
    const shown = text?.k === 'str' ? text.v : '';
    return { template: shown, regex: escapeRegex(shown), parameters: [], closed: false };
  }
  const route = vm.findAttr(pattern, '_route', null);
  if (route) {
    const shown = vm.display(route, null);
    const text = shown.k === 'str' ? shown.v : `{${shown.k === 'unknown' ? shown.symbol : '?'}}`;
    const template = routeTemplate(text);
    const converters = convertersOf(vm, pattern);
    const guards = new Map<string, (text: string) => boolean>();
    const regex = routeRegex(text, (parameter) => {
      const converter = converters.get(parameter);
      if (!converter?.takes) return converter ? `(?:${converter.regex})` : null;
      // Named, so that what stands there can be shown to `to_python`.
      const group = nameGroup();
      guards.set(group, converter.takes);
      return `(?<${group}>${converter.regex})`;
    });
    const filled = new Set([...converters].flatMap(([name, converter]) => (converter.filled ? [name] : [])));
    return { template, regex, guards, filled, parameters: parametersOf(template), closed: true };
  }
  const regex = vm.findAttr(pattern, '_regex', null);
  const shown = regex ? vm.display(regex, null) : null;
  if (shown?.k === 'unknown') {
    // Which paths it takes is not known; none are taken away from later patterns.
    const text = `{${shown.symbol}}`;
    return { template: text, regex: escapeRegex(text), parameters: [], closed: false };
  }
  const text = shown?.k === 'str' ? shown.v : '';
  const template = regexTemplate(text);
  const named = namedGroups(text);
  return {
    template,
    optional: new Set(named.flatMap((group) => (group.optional ? [group.name] : []))),
    filled: new Set(named.flatMap((group) => (matchesNothing(group.source) ? [] : [group.name]))),
    regex: searchedRegex(text, isEndpoint),
    parameters: parametersOf(template),
    closed: false,
  };
}

/**
 * What a `re_path` takes from where it stands on: `RegexPattern.match` (django/urls/resolvers.py, 3.2 to 6.0) searches, so without
 * `^` it is found anywhere in what is left of the path; a view's pattern that ends in `$` has to match the whole.
 */
function searchedRegex(text: string, isEndpoint: boolean): string {
  const isWhole = isEndpoint && text.endsWith('$');
  const ways = alternativesOf(text).map((way) => {
    const regex = way.replace(/^(?:\^|\\A)/, '').replace(/\(\?P<\w+>/g, '(');
    return isWhole || regex === '' || /^(?:\^|\\A)/.test(way) ? regex : `.*?${regex}`;
  });
  return ways.length === 1 ? ways[0]! : `(?:${ways.join('|')})${isWhole ? '$' : ''}`;
}

/** Whether the group may match the empty text; so does one that JavaScript cannot say. */
function matchesNothing(source: string): boolean {
  try {
    return new RegExp(`^(?:${source.replace(/\(\?P</g, '(?<')})$`).test('');
  } catch {
    return true;
  }
}

function parametersOf(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
}
