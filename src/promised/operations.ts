/** Walks `paths` and collects every operation with what is needed to judge it and to send a request to it. */
import type { DocumentedOperation } from '../model/matrix.ts';
import { operationId } from '../model/operation.ts';
import { serverPaths } from './base-paths.ts';
import { LIMITS } from './limits.ts';
import { type Parameter, type ParameterContext, readParameters } from './parameters.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';
import type { Located, References } from './references.ts';
import type { Security, SecurityReader } from './security.ts';
import { child, isMap, keyPlace, kindOf, type MapNode, placeOf, pointer, type TreeNode, textOf } from './tree.ts';

/** An operation of the document with the parts that the other files of this folder work on. */
export interface ReadOperation {
  readonly documented: DocumentedOperation;
  readonly node: MapNode;
  /** Its own `security`, or null when it takes over that of the document. */
  readonly security: Security | null;
  readonly parameters: readonly Parameter[];
  /** Documented status codes, e.g. `401`, `default`. */
  readonly statuses: ReadonlySet<string>;
  /** Prefixes from `servers` of the operation or its path item, which replace those of the document; null when there are none. */
  readonly basePaths: readonly string[] | null;
}

const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);
/** Keys of a path item that are no methods. */
const OTHER_KEYS: ReadonlySet<string> = new Set(['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations']);

export interface OperationsInput {
  readonly paths: MapNode;
  readonly security: SecurityReader;
  readonly documentSecurity: Security | null;
  readonly parameters: ParameterContext;
  readonly references: References;
  readonly problems: Problems;
}

/** Reads all operations. Whatever cannot be read is left out with a Problem. */
export function readOperations(input: OperationsInput): readonly ReadOperation[] {
  const operations: ReadOperation[] = [];
  const byKey = new Map<string, ReadOperation>();
  for (const [path, entry] of input.paths.entries) {
    if (path.startsWith('x-')) continue;
    const place = input.paths.source.place(entry.key);
    if (!path.startsWith('/')) {
      const hint = path === '$ref' ? 'paths itself cannot be a reference' : 'a path begins with /';
      input.problems.add('error', `${quote(path)} is no path (${hint}): left out`, place);
      continue;
    }
    for (const operation of readPathItem(input, path, { node: entry.value, pointer: pointer('/paths', path) })) {
      if (operations.length >= LIMITS.operations) {
        input.problems.add('warning', `more than ${LIMITS.operations} operations: the others are left out`, place);
        return operations;
      }
      const { documented } = operation;
      const key = operationId(documented.method, documented.path);
      const earlier = byKey.get(key);
      if (earlier) {
        const text = `${documented.method} ${quote(path)} is the same operation as in line ${earlier.documented.place.line}: left out`;
        input.problems.add('warning', text, documented.place);
        continue;
      }
      byKey.set(key, operation);
      operations.push(operation);
    }
  }
  return operations;
}

function* readPathItem(input: OperationsInput, path: string, at: Located): Generator<ReadOperation> {
  const { problems } = input;
  const items = pathItemLayers(input, path, at);
  const seen = new Set<string>();
  const servers = items.map(({ node }) => child(node, 'servers')).find((node) => node !== null) ?? null;
  const shared = items.map((item) => ({ node: child(item.node, 'parameters'), pointer: pointer(item.pointer, 'parameters') }));
  for (const { node, pointer: base } of items) {
    for (const [key, entry] of node.entries) {
      const place = node.source.place(entry.key);
      if (METHODS.has(key)) {
        if (seen.has(key.toUpperCase())) continue;
        seen.add(key.toUpperCase());
        const operation = readOperation(
          input,
          path,
          key.toUpperCase(),
          { node: entry.value, pointer: pointer(base, key) },
          place,
          shared,
          servers,
        );
        if (operation) yield operation;
      } else if (key === 'additionalOperations') {
        // OpenAPI 3.2: any other method, in the capitalisation in which it is sent.
        if (!isMap(entry.value)) {
          problems.add('error', `additionalOperations is ${kindOf(entry.value)} where a map is expected: left out`, place);
          continue;
        }
        for (const [method, inner] of entry.value.entries) {
          if (seen.has(method)) continue;
          seen.add(method);
          const located = { node: inner.value, pointer: pointer(base, key, method) };
          const operation = readOperation(input, path, method, located, entry.value.source.place(inner.key), shared, servers);
          if (operation) yield operation;
        }
      } else if (METHODS.has(key.toLowerCase())) {
        problems.add(
          'warning',
          `${quote(key)} is no method: methods are written in lower case, so readers do not see this operation`,
          place,
        );
      } else if (!OTHER_KEYS.has(key) && !key.startsWith('x-')) {
        problems.add('warning', `${quote(key)} is no method and no other part of a path: left out`, place);
      }
    }
  }
}

/** The path item, and behind it what its `$ref` leads to: own keys win. */
function pathItemLayers(input: OperationsInput, path: string, at: Located): readonly { node: MapNode; pointer: string }[] {
  const layers: { node: MapNode; pointer: string }[] = [];
  let current: Located | null = at;
  while (current && layers.length < LIMITS.references) {
    const node: TreeNode = current.node;
    if (!isMap(node)) {
      // `/path: null` is what a generator writes for a path without operations.
      const severity = node.kind === 'scalar' && node.value === null ? 'warning' : 'error';
      input.problems.add(severity, `path ${quote(path)} is ${kindOf(node)} where a map is expected: left out`, placeOf(node));
      break;
    }
    if (layers.some((layer) => layer.node === node)) break;
    layers.push({ node, pointer: current.pointer });
    if (!child(node, '$ref')) break;
    const target = textOf(child(node, '$ref'));
    const found: Located | string = target === null ? 'is not a text' : input.references.lookUp(target, node.source);
    const isCycle = typeof found !== 'string' && layers.some((layer) => layer.node === found.node);
    if (typeof found === 'string' || isCycle) {
      const why = typeof found === 'string' ? found : 'leads back to itself';
      input.problems.add('error', `path ${quote(path)}: $ref ${quote(target ?? '')} ${why}`, keyPlace(node, '$ref'));
      break;
    }
    current = found;
  }
  return layers;
}

function readOperation(
  input: OperationsInput,
  path: string,
  method: string,
  at: Located,
  place: DocumentedOperation['place'],
  shared: readonly { node: TreeNode | null; pointer: string }[],
  itemServers: TreeNode | null,
): ReadOperation | null {
  const { node, pointer: at0 } = at;
  if (!isMap(node)) {
    input.problems.add('error', `${quote(`${method} ${path}`)} is ${kindOf(node)} where a map is expected: left out`, place);
    return null;
  }
  const security = input.security.read(node, 'operation', at0);
  const effective = security ?? input.documentSecurity;
  const names = (effective?.alternatives ?? []).flatMap((one) => (one.requirements ?? []).map((requirement) => requirement.scheme.name));
  const summary = textOf(child(node, 'summary'));
  const tags = tagsOf(node);
  const servers = child(node, 'servers') ?? itemServers;
  const own = { node: child(node, 'parameters'), pointer: pointer(at0, 'parameters') };
  return {
    documented: {
      method,
      path,
      pointer: at0,
      place,
      schemes: [...new Set(names)],
      ...(summary ? { summary: summary.slice(0, 200) } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    },
    node,
    security,
    parameters: readParameters([own, ...shared], input.parameters),
    statuses: readStatuses(node, input.problems),
    basePaths: servers ? serverPaths(servers, input.problems) : null,
  };
}

/** A few short ones: more is no order. */
function tagsOf(node: MapNode): readonly string[] {
  const list = child(node, 'tags');
  if (list?.kind !== 'list') return [];
  return list.items.slice(0, 20).flatMap((item) => textOf(item)?.slice(0, 100) ?? []);
}

function readStatuses(node: MapNode, problems: Problems): ReadonlySet<string> {
  const responses = child(node, 'responses');
  if (!responses) return new Set();
  if (isMap(responses)) return new Set(responses.entries.keys());
  problems.add(
    'warning',
    `responses is ${kindOf(responses)} where a map is expected: documented status codes are not known`,
    keyPlace(node, 'responses'),
  );
  return new Set();
}
