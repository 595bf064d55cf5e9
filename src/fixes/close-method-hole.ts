/** Fix: a permission that decides by method or action, and lets those pass that it does not name. */
import type { Fix, FixRequest, Proposal } from '../model/fix.ts';
import type { Node } from '../python/syntax.ts';
import { blockOf, replace } from './shared/edits.ts';
import { importName } from './shared/imports.ts';
import { lastName, PythonText } from './shared/python-text.ts';

export const fix: Fix = {
  id: 'close-method-hole',
  rules: ['method-hole', 'open-operation'],
  propose(request) {
    const { place, read } = request;
    const source = place ? PythonText.open(place.file, read) : null;
    const statement = source?.find('Return').find((node) => node.lineno === place!.line);
    const owner = statement && source ? [...source.around(statement)].find((node) => node.nodeType === 'FunctionDef') : undefined;
    if (!source || !statement || !owner) return [];
    if (owner.name === 'has_permission') return demandUser(source, statement, owner);
    if (owner.name === 'get_permissions') return [...nameActions(source, statement, request), ...demandInstead(source, statement)];
    return [];
  },
};

/** `return True` becomes `return bool(request.user and request.user.is_authenticated)`, as DRF's IsAuthenticated writes it. */
function demandUser(source: PythonText, statement: Node, owner: Node): readonly Proposal[] {
  const value = statement.value as Node | null;
  const args = ((owner.args as Node).args as readonly { readonly arg: string }[]).map(({ arg }) => arg);
  const request = args[1];
  if (value?.nodeType !== 'Constant' || value.value !== true || !request) return [];
  const user = `${request}.user`;
  return [
    { summary: 'demand a user for the other methods too', edits: [replace(source, value, `bool(${user} and ${user}.is_authenticated)`)] },
  ];
}

/** `if self.action in ("list", "create"):` in front of it gets the actions that were forgotten. */
function nameActions(source: PythonText, statement: Node, { views }: FixRequest): readonly Proposal[] {
  const actions = [...new Set(views.map(({ action }) => action))];
  const block = blockOf(source, statement);
  const before = block?.[block.indexOf(statement) - 1];
  const names = before?.nodeType === 'If' ? actionList(before.test as Node) : null;
  const items = names ? (names.elts as readonly Node[]) : [];
  const last = items.at(-1);
  if (!names || !last || actions.some((action) => action === null) || items.some((item) => typeof item.value !== 'string')) return [];
  const quote = source.textOf(last).startsWith("'") ? "'" : '"';
  const { end } = source.span(last);
  const text = actions.map((action) => `, ${quote}${action}${quote}`).join('');
  return [{ summary: `guard ${actions.join(', ')} like the other actions`, edits: [{ file: source.file, start: end, end, text }] }];
}

/** The list of `self.action in (...)`. */
function actionList(test: Node): Node | null {
  if (test.nodeType !== 'Compare' || lastName(test.left as Node) !== 'action') return null;
  const [operator] = test.ops as readonly Node[];
  const [list] = test.comparators as readonly Node[];
  return operator?.nodeType === 'In' && list && /^(List|Tuple|Set)$/.test(list.nodeType) ? list : null;
}

function demandInstead(source: PythonText, statement: Node): readonly Proposal[] {
  const value = statement.value as Node | null;
  const allowed = importName(source, 'rest_framework.permissions', 'IsAuthenticated');
  if (!allowed || !value || !/^(List|Tuple)$/.test(value.nodeType)) return [];
  return [{ summary: 'demand a user for the other actions too', edits: [...allowed.edits, replace(source, value, `[${allowed.name}()]`)] }];
}
