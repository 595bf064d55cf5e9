/** Parameters of operations: values to fill a path and its required query parameters with. */
import type { Place } from '../model/place.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';
import type { Located, References } from './references.ts';
import { child, isList, isMap, keyPlace, kindOf, placeOf, pointer, scalarText, type TreeNode, textOf } from './tree.ts';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** From the document: example, default, first of an enumeration; else a value that fits type and format; null when any will do. */
  readonly value: string | null;
  readonly place: Place;
}

export interface ParameterContext {
  readonly references: References;
  readonly problems: Problems;
  /** Lists that were read: path items and YAML aliases share them. */
  readonly lists: Map<TreeNode, readonly (Parameter | null)[]>;
}

/** Names under which a parameter is probably a credential: such a value is never filled in, it would spoil a request without a token. */
const CREDENTIAL_NAME = /^(access|auth|api|id|bearer|jwt|session)?[-_.]?(token|key|jwt|apikey|secret|password|authorization)$/i;

export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name);
}

const MAX_VALUE = 200;
const MAX_PARAMETERS = 300;

/** Values for formats (JSON Schema validation, section 7.3): well-formed, and naming nothing that is likely to exist. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2024-01-01',
  'date-time': '2024-01-01T00:00:00Z',
  time: '00:00:00',
  email: 'nobody@example.invalid',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.invalid/',
};

/** Reads parameter lists; those of the operation come first and win over those of its path item (same name and place). */
export function readParameters(
  lists: readonly { node: TreeNode | null; pointer: string }[],
  context: ParameterContext,
): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const { node, pointer: base } of lists) {
    if (!node || (node.kind === 'scalar' && node.value === null)) continue;
    if (!isList(node)) {
      context.problems.add('warning', `parameters is ${kindOf(node)} where a list is expected: left out`, placeOf(node));
      continue;
    }
    const known = context.lists.get(node);
    const list =
      known ??
      node.items.slice(0, MAX_PARAMETERS).map((item, index) => readParameter({ node: item, pointer: pointer(base, index) }, context));
    if (!known) context.lists.set(node, list);
    for (const parameter of list) {
      if (!parameter) continue;
      const key = `${parameter.in}\n${parameter.name}`;
      if (!parameters.has(key)) parameters.set(key, parameter);
    }
  }
  return [...parameters.values()];
}

function readParameter(at: Located, context: ParameterContext): Parameter | null {
  const node = context.references.follow(at)?.node;
  if (!node) return null;
  const name = textOf(child(node, 'name'));
  const where = textOf(child(node, 'in'));
  if (!isMap(node) || name === null || where === null) {
    const what = isMap(node) ? 'has no name or no "in"' : `is ${kindOf(node)} where a map is expected`;
    context.problems.add('warning', `a parameter ${what}: left out`, placeOf(node));
    return null;
  }
  const place = keyPlace(node, 'name');
  noteCredential(name, where, place, context.problems);
  const required = child(node, 'required');
  return {
    name,
    in: where,
    required: where === 'path' || (required?.kind === 'scalar' && required.value === true),
    value: where === 'path' || where === 'query' || where === 'header' ? fillFrom(at, node, context) : null,
    place,
  };
}

/** A header or query parameter that carries a token promises nothing: only `security` does (OpenAPI 3.1, Parameter Object). */
function noteCredential(name: string, where: string, place: Place, problems: Problems): void {
  if (where === 'header' && name.toLowerCase() === 'authorization') {
    const text = 'the header Authorization is described as a parameter: that is not security, and OpenAPI readers ignore it';
    problems.addOfKind('authorization-parameter', 'note', text, place);
  } else if ((where === 'query' || where === 'header' || where === 'cookie') && isCredentialName(name)) {
    const text = `${quote(name)} in ${where} looks like a credential that is described as a parameter: that is not security`;
    problems.addOfKind(`credential-parameter:${where}:${name}`, 'note', text, place);
  }
}

function fillFrom(at: Located, node: TreeNode, context: ParameterContext): string | null {
  const schema = child(node, 'schema') ?? firstContentSchema(node);
  const located = schema ? context.references.follow({ node: schema, pointer: at.pointer }) : null;
  const own = [
    child(node, 'example'),
    firstExample(node, at, context),
    child(node, 'x-example'),
    child(node, 'default'),
    firstItem(child(node, 'enum')),
  ];
  const inner = located?.node;
  const ofSchema = inner
    ? [
        child(inner, 'example'),
        firstItem(child(inner, 'examples')),
        child(inner, 'default'),
        child(inner, 'const'),
        firstItem(child(inner, 'enum')),
      ]
    : [];
  for (const candidate of [...own, ...ofSchema]) {
    const text = plainValue(candidate);
    if (text !== null) return text;
  }
  // OpenAPI 2.0 has type and format on the parameter itself.
  return byType(inner ?? node);
}

function byType(schema: TreeNode): string | null {
  const format = textOf(child(schema, 'format'));
  if (format !== null && Object.hasOwn(BY_FORMAT, format)) return BY_FORMAT[format]!;
  const type = child(schema, 'type');
  // OpenAPI 3.1: `type: [string, "null"]`.
  const name = isList(type) ? (type.items.map(textOf).find((one) => one !== null && one !== 'null') ?? null) : textOf(type);
  if (name === 'boolean') return 'true';
  if (name === 'integer' || name === 'number') {
    const minimum = child(schema, 'minimum');
    return minimum?.kind === 'scalar' && typeof minimum.value === 'number' && minimum.value > 1 ? String(minimum.value) : null;
  }
  return null;
}

/** A scalar as it is written into a URL; of a list its first element. */
function plainValue(node: TreeNode | null): string | null {
  const scalar = isList(node) ? (node.items[0] ?? null) : node;
  const text = scalarText(scalar);
  return text !== null && text.length > 0 && text.length <= MAX_VALUE && !/[\p{Cc}\p{Cs}]/u.test(text) ? text : null;
}

function firstItem(node: TreeNode | null): TreeNode | null {
  return isList(node) ? (node.items[0] ?? null) : null;
}

function firstExample(node: TreeNode, at: Located, context: ParameterContext): TreeNode | null {
  const examples = child(node, 'examples');
  if (!isMap(examples)) return null;
  const first = examples.entries.values().next().value;
  if (!first) return null;
  const example = context.references.follow({ node: first.value, pointer: at.pointer })?.node;
  return child(example, 'value') ?? child(example, 'dataValue');
}

function firstContentSchema(node: TreeNode): TreeNode | null {
  const content = child(node, 'content');
  if (!isMap(content)) return null;
  return child(content.entries.values().next().value?.value, 'schema');
}
