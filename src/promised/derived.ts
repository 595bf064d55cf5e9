/**
 * Notices that a document was generated from the classes of the project. Such a document repeats what the source says about
 * authentication and is no second opinion. Marks were read off the output of drf-spectacular 0.30, drf-yasg 1.21,
 * Django REST framework 3.18 and django-ninja 1.7.
 */
import type { Reason } from '../model/verdict.ts';
import type { ReadOperation } from './operations.ts';
import { child, isList, isMap, keyPlace, type MapNode, type TreeNode, textOf } from './tree.ts';

export interface Derivation {
  readonly generator: string;
  readonly reason: Reason;
}

/** One sign of a generator; the weights of a generator's marks must reach `ENOUGH` together, so that no single habit decides. */
interface Mark {
  readonly text: string;
  readonly weight: number;
  holds(document: Sample): boolean;
}

const ENOUGH = 3;
const SAMPLED = 400;

const GENERATORS: readonly { readonly name: string; readonly only: (document: Sample) => boolean; readonly marks: readonly Mark[] }[] = [
  {
    name: 'drf-spectacular',
    only: (document) => document.version.startsWith('3.'),
    marks: [
      {
        text: 'operation ids end in list, retrieve, create, update, partial_update, destroy',
        weight: 1,
        holds: (d) => d.idsMatch(/_(list|retrieve|create|update|partial_update|destroy)(_\d+)?$/),
      },
      {
        text: 'responses have their content before an empty description',
        weight: 1.5,
        holds: (d) => d.most(d.responses, (one) => keys(one)[0] === 'content' && textOf(child(one, 'description')) === ''),
      },
      { text: 'parameters begin with "in"', weight: 0.5, holds: (d) => d.most(d.parameters, (one) => keys(one)[0] === 'in') },
      {
        text: 'operations begin with operationId, and have security between tags and responses',
        weight: 1,
        holds: (d) => d.most(d.operations, (one) => inOrder(keys(one), ['operationId', 'tags', 'security', 'responses'])),
      },
      {
        text: 'the security scheme cookieAuth is the cookie sessionid',
        weight: 0.5,
        holds: (d) => textOf(child(child(d.schemes, 'cookieAuth'), 'name')) === 'sessionid',
      },
      { text: 'schemas are named Patched...', weight: 1, holds: (d) => d.schemaNames.some((name) => /^Patched[A-Z]/.test(name)) },
      {
        text: 'schemas are named Paginated...List',
        weight: 1,
        holds: (d) => d.schemaNames.some((name) => /^Paginated\w+List$/.test(name)),
      },
      {
        text: 'schemas are named NullEnum or BlankEnum',
        weight: 1,
        holds: (d) => d.schemaNames.some((name) => name === 'NullEnum' || name === 'BlankEnum'),
      },
      {
        text: 'the security scheme jwtAuth, tokenAuth or cookieAuth',
        weight: 0.5,
        holds: (d) => d.schemeNames.some((name) => /^(jwt|token|cookie)Auth$/.test(name)),
      },
      {
        text: 'the scheme of DRF tokens with the words that drf-spectacular gives it',
        weight: 2,
        holds: (d) =>
          textOf(child(child(d.schemes, 'tokenAuth'), 'description'))?.startsWith('Token-based authentication with required prefix') ??
          false,
      },
      {
        // A hand-written document of a project that serves drf-spectacular's has this as well.
        text: 'an operation that returns the document as application/vnd.oai.openapi',
        weight: 1,
        holds: (d) => d.responses.some((one) => keys(child(one, 'content')).includes('application/vnd.oai.openapi')),
      },
    ],
  },
  {
    name: 'drf-yasg',
    only: (document) => document.version.startsWith('2.'),
    marks: [
      {
        text: 'operation ids end in list, read, create, update, partial_update, delete',
        weight: 1.5,
        holds: (d) => d.idsMatch(/_(list|read|create|update|partial_update|delete)$/),
      },
      {
        text: 'every path has a list of parameters, mostly empty',
        weight: 1.5,
        holds: (d) => d.most(d.items, (one) => isList(child(one, 'parameters'))),
      },
      {
        text: 'consumes and produces for the whole document, behind basePath',
        weight: 1,
        holds: (d) => keys(d.root).join(' ').includes('basePath consumes produces'),
      },
      { text: 'the security definition "Basic"', weight: 0.5, holds: (d) => d.schemeNames.includes('Basic') },
    ],
  },
  {
    name: 'Django REST framework',
    only: (document) => document.version.startsWith('3.'),
    marks: [
      { text: 'OpenAPI 3.0.2', weight: 0.5, holds: (d) => d.version === '3.0.2' },
      {
        text: 'operation ids such as listUsers, retrieveUser, partialUpdateUser',
        weight: 1.5,
        holds: (d) => d.idsMatch(/^(list|retrieve|create|update|partialUpdate|destroy)[A-Z]/),
      },
      {
        text: 'every operation has a description and a list of parameters, even when empty',
        weight: 1,
        holds: (d) => d.most(d.operations, (one) => keys(one).slice(0, 3).join(' ') === 'operationId description parameters'),
      },
      {
        text: 'no security and no security scheme',
        weight: 0.5,
        holds: (d) => d.schemeNames.length === 0 && d.operations.every((one) => !child(one, 'security')),
      },
    ],
  },
  {
    name: 'django-ninja',
    only: (document) => document.version.startsWith('3.'),
    marks: [
      {
        text: 'operation ids are module and function, summaries the function in words',
        weight: 2,
        holds: (d) => d.most(d.operations, isNinjaName),
      },
      {
        text: 'responses are described as "OK"',
        weight: 0.5,
        holds: (d) => d.most(d.responses, (one) => textOf(child(one, 'description')) === 'OK'),
      },
      {
        text: 'parameters begin with "in" and their schemas have a title',
        weight: 1,
        holds: (d) => d.most(d.parameters, (one) => keys(one)[0] === 'in' && child(child(one, 'schema'), 'title') !== null),
      },
      { text: 'an empty list of servers at the end', weight: 0.5, holds: (d) => keys(d.root).at(-1) === 'servers' },
      { text: 'the security scheme SessionAuth', weight: 0.5, holds: (d) => d.schemeNames.includes('SessionAuth') },
    ],
  },
];

/** The generator whose marks the document bears most, or null when none bears enough of them (a hand-written document). */
export function derivationOf(root: MapNode, version: string, operations: readonly ReadOperation[]): Derivation | null {
  const sample = new Sample(root, version, operations);
  let best: { name: string; weight: number; marks: readonly Mark[] } | null = null;
  for (const { name, only, marks } of GENERATORS) {
    if (!only(sample)) continue;
    const found = marks.filter((mark) => mark.holds(sample));
    const weight = found.reduce((sum, mark) => sum + mark.weight, 0);
    if (weight >= ENOUGH && weight > (best?.weight ?? 0)) best = { name, weight, marks: found };
  }
  if (!best) return null;
  const place = keyPlace(root, root.entries.has('openapi') ? 'openapi' : 'swagger');
  const because = best.marks.map(({ text }) => ({ text }));
  const text = `the document is derived from the same classes as the source: blind here (it bears the marks of ${best.name})`;
  return { generator: best.name, reason: { text, place, because } };
}

/** What the marks look at: a bounded part of a large document. */
class Sample {
  readonly root: MapNode;
  readonly version: string;
  readonly operations: readonly MapNode[];
  readonly items: readonly TreeNode[];
  readonly responses: readonly TreeNode[];
  readonly parameters: readonly TreeNode[];
  readonly schemes: TreeNode | null;
  readonly schemeNames: readonly string[];
  readonly schemaNames: readonly string[];

  constructor(root: MapNode, version: string, operations: readonly ReadOperation[]) {
    this.root = root;
    this.version = version;
    this.operations = operations.slice(0, SAMPLED).map(({ node }) => node);
    const paths = child(root, 'paths');
    this.items = isMap(paths) ? valuesOf(paths, SAMPLED) : [];
    this.responses = this.operations
      .flatMap((one) => valuesOf(child(one, 'responses'), 10))
      .filter((one) => child(one, 'content') !== null || child(one, 'description') !== null);
    const lists = [...this.operations, ...this.items].map((one) => child(one, 'parameters'));
    this.parameters = lists.flatMap((list) => (isList(list) ? list.items.slice(0, 20) : [])).filter((one) => child(one, 'name') !== null);
    const components = child(root, 'components');
    this.schemes = child(components, 'securitySchemes') ?? child(root, 'securityDefinitions');
    this.schemeNames = keys(this.schemes);
    this.schemaNames = keys(child(components, 'schemas'));
  }

  /** True when there are some and at least four of five are so. */
  most<T extends TreeNode>(nodes: readonly T[], test: (node: T) => boolean): boolean {
    return nodes.length > 0 && nodes.filter(test).length >= nodes.length * 0.8;
  }

  idsMatch(pattern: RegExp): boolean {
    return this.most(this.operations, (one) => pattern.test((textOf(child(one, 'operationId')) ?? '').slice(0, 300)));
  }
}

/** True when the first key is the first of `order`, and the others of it that are there stand in this order, the last one last. */
function inOrder(found: readonly string[], order: readonly string[]): boolean {
  const present = found.filter((key) => order.includes(key));
  const wanted = order.filter((key) => found.includes(key));
  return present.join() === wanted.join() && found[0] === order[0] && found.at(-1) === order.at(-1);
}

/** django-ninja: `operationId: shop_api_list_orders` with `summary: List Orders`. */
function isNinjaName(operation: TreeNode): boolean {
  const id = textOf(child(operation, 'operationId'));
  const summary = textOf(child(operation, 'summary'));
  if (!id || !summary) return false;
  return id.toLowerCase().endsWith(`_${summary.toLowerCase().replaceAll(' ', '_')}`);
}

function keys(node: TreeNode | null): readonly string[] {
  return isMap(node) ? [...node.entries.keys()] : [];
}

function valuesOf(node: TreeNode | null, limit: number): readonly TreeNode[] {
  return isMap(node) ? [...node.entries.values()].slice(0, limit).map((entry) => entry.value) : [];
}
