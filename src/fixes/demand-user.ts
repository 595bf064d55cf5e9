/** Fix: demands a user where the policy demands nothing. */
import type { Fix, FixRequest, Proposal, TextEdit } from '../model/fix.ts';
import type { Place } from '../model/place.ts';
import type { Node } from '../python/syntax.ts';
import { assignmentIn, insertAttribute, removeStatements, replace } from './shared/edits.ts';
import { importName } from './shared/imports.ts';
import { lastName, PythonText } from './shared/python-text.ts';

const POLICY = 'permission_classes';
const READERS = 'authentication_classes';

export const fix: Fix = {
  id: 'demand-user',
  rules: ['open-operation', 'no-default-permission', 'method-hole', 'broken-promise'],
  propose(request) {
    return [...atPlace(request), ...onViews(request)];
  },
};

/** The list itself is replaced, wherever it is written: class attribute, decorator, keyword. */
function atPlace({ place, read }: FixRequest): readonly Proposal[] {
  const source = place ? PythonText.open(place.file, read) : null;
  if (!place || !source) return [];
  const list = policyList(source, place);
  const allowed = list ? importName(source, 'rest_framework.permissions', 'IsAuthenticated') : null;
  if (!list || !allowed) return [];
  const edits = [...allowed.edits, replace(source, list, `[${allowed.name}]`)];
  const summary = `demand a user${ownerOf(source, list)}`;
  const holder = [...source.around(list)].find((node) => /^(ClassDef|FunctionDef|AsyncFunctionDef)$/.test(node.nodeType));
  return variants(source, holder ?? null, edits, summary);
}

/** The value of `permission_classes` that stands at a place. */
function policyList(source: PythonText, place: Place): Node | null {
  for (const node of source.at(place)) {
    if (node.nodeType === 'Assign' && (node.targets as Node[]).some((target) => lastName(target) === POLICY)) return node.value as Node;
    if (node.nodeType === 'Call' && lastName(node.func as Node) === POLICY) return (node.args as Node[])[0] ?? null;
    const holder = [...source.around(node)].find((up) => /^(Assign|Call|ClassDef|FunctionDef)$/.test(up.nodeType));
    if (holder?.nodeType === 'Assign' && holder.value === node && (holder.targets as Node[]).some((target) => lastName(target) === POLICY))
      return node;
    if (holder?.nodeType === 'Call') {
      if (lastName(holder.func as Node) === POLICY && (holder.args as Node[])[0] === node) return node;
      const keywords = holder.keywords as readonly { readonly arg: string | null; readonly value: Node }[];
      if (keywords.some((keyword) => keyword.arg === POLICY && keyword.value === node)) return node;
    }
  }
  return null;
}

/** Every view that is reached gets a policy of its own. */
function onViews({ views, read }: FixRequest): readonly Proposal[] {
  const files = new Map<string, PythonText | null>();
  const edits: TextEdit[] = [];
  const closing: TextEdit[] = [];
  const names: string[] = [];
  const seen = new Set<string>();
  for (const { place } of views) {
    if (seen.has(`${place.file}:${place.line}`)) continue;
    seen.add(`${place.file}:${place.line}`);
    if (!files.has(place.file)) files.set(place.file, PythonText.open(place.file, read));
    const source = files.get(place.file);
    const definition = source?.definitionAt(place);
    const allowed = source ? importName(source, 'rest_framework.permissions', 'IsAuthenticated') : null;
    const edit = source && definition && allowed ? onView(source, definition, allowed.name) : null;
    if (!source || !definition || !allowed || !edit) return [];
    if (!edits.some((each) => each.file === source.file)) edits.push(...allowed.edits);
    edits.push(edit);
    closing.push(...withoutReaders(source, definition));
    names.push(String(definition.name));
  }
  if (edits.length === 0) return [];
  const summary = `demand a user on ${names.join(', ')}`;
  const proposals: Proposal[] = [{ summary, edits }];
  if (closing.length > 0) proposals.push({ summary: `${summary}, and read the token as elsewhere`, edits: [...edits, ...closing] });
  return proposals;
}

function onView(source: PythonText, definition: Node, name: string): TextEdit | null {
  const value = `[${name}]`;
  if (definition.nodeType === 'ClassDef') {
    const known = assignmentIn(definition, POLICY);
    return known ? replace(source, known.value as Node, value) : insertAttribute(source, definition, `${POLICY} = ${value}`);
  }
  const decorator = decoratorOf(definition, POLICY);
  const list = decorator ? (decorator.args as Node[])[0] : undefined;
  return list ? replace(source, list, value) : null;
}

/** As it is, and without the `authentication_classes = []` beside it, which would turn the valid token away too. */
function variants(source: PythonText, holder: Node | null, edits: readonly TextEdit[], summary: string): readonly Proposal[] {
  const closing = holder ? withoutReaders(source, holder) : [];
  const plain: Proposal = { summary, edits };
  if (closing.length === 0) return [plain];
  return [plain, { summary: `${summary}, and read the token as elsewhere`, edits: [...edits, ...closing] }];
}

/** Takes out an empty `authentication_classes`, so that the default authenticators read the token. */
function withoutReaders(source: PythonText, definition: Node): readonly TextEdit[] {
  if (definition.nodeType === 'ClassDef') {
    const readers = assignmentIn(definition, READERS);
    return readers && isEmpty(readers.value as Node) ? (removeStatements(source, [readers]) ?? []) : [];
  }
  const decorator = decoratorOf(definition, READERS);
  const list = decorator ? (decorator.args as Node[])[0] : undefined;
  if (
    !decorator ||
    !list ||
    !isEmpty(list) ||
    !/^\s*@$/.test(source.text.slice(source.lineOf(decorator).start, source.span(decorator).start))
  )
    return [];
  return [{ file: source.file, ...source.linesOf(decorator), text: '' }];
}

function decoratorOf(definition: Node, name: string): Node | null {
  const found = ((definition.decorator_list ?? []) as readonly Node[]).find(
    (node) => node.nodeType === 'Call' && lastName(node.func as Node) === name,
  );
  return found ?? null;
}

function isEmpty(list: Node): boolean {
  return (list.nodeType === 'List' || list.nodeType === 'Tuple') && (list.elts as readonly Node[]).length === 0;
}

function ownerOf(source: PythonText, node: Node): string {
  const owner = [...source.around(node)].find((up) => /^(ClassDef|FunctionDef|AsyncFunctionDef)$/.test(up.nodeType));
  return owner ? ` on ${owner.name}` : '';
}
