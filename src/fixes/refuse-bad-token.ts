/** Fix: an authenticator that lets a bad token pass, or a handler that only asks whether there is one. */
import type { Fix, Proposal } from '../model/fix.ts';
import type { Node } from '../python/syntax.ts';
import { assignmentIn, removeStatements, replace } from './shared/edits.ts';
import { importName } from './shared/imports.ts';
import { PythonText } from './shared/python-text.ts';

export const fix: Fix = {
  id: 'refuse-bad-token',
  rules: ['token-not-validated'],
  propose({ place, read }) {
    const source = place ? PythonText.open(place.file, read) : null;
    if (!place || !source) return [];
    const statement = source.find('Return').find((node) => node.lineno === place.line && hasNoUser(node));
    if (statement) return refuse(source, statement);
    const branch = source.find('If').find((node) => node.lineno === place.line);
    return branch ? askForUser(source, branch) : [];
  },
};

/** `return`, `return None`, `return (AnonymousUser(), ...)`: nobody was found, and the request goes on all the same. */
function hasNoUser(node: Node): boolean {
  const value = node.value as Node | null | undefined;
  if (!value || (value.nodeType === 'Constant' && value.value === null)) return true;
  const first = value.nodeType === 'Tuple' ? (value.elts as readonly Node[])[0] : undefined;
  if (first?.nodeType === 'Constant') return first.value === null;
  return first?.nodeType === 'Call' && (first.func as Node).id === 'AnonymousUser';
}

function refuse(source: PythonText, statement: Node): readonly Proposal[] {
  const error = importName(source, 'rest_framework.exceptions', 'AuthenticationFailed');
  if (!error) return [];
  const handler = [...source.around(statement)].find((node) => node.nodeType === 'ExceptHandler');
  // What was caught is told to the log, where the handler has a name for it, and never to the caller.
  const from = handler ? ` from ${handler.name ?? 'None'}` : '';
  const text = `raise ${error.name}(${quoted(source, 'The token is not valid.')})${from}`;
  return [{ summary: 'refuse a token that belongs to nobody', edits: [...error.edits, replace(source, statement, text)] }];
}

/** `if request.headers.get("Authorization"):` becomes `if request.user.is_authenticated:`. */
function askForUser(source: PythonText, branch: Node): readonly Proposal[] {
  const owner = [...source.around(branch)].find((node) => /^(FunctionDef|AsyncFunctionDef)$/.test(node.nodeType));
  const definition = [...source.around(branch)].find((node) => node.nodeType === 'ClassDef');
  const request = requestName(owner);
  if (!request) return [];
  const summary = 'ask whether the token made somebody known, not whether there is one';
  const edit = replace(source, branch.test as Node, `${request}.user.is_authenticated`);
  const readers = definition ? assignmentIn(definition, 'authentication_classes') : null;
  const list = readers?.value as Node | undefined;
  if (!readers || !list || !/^(List|Tuple)$/.test(list.nodeType) || (list.elts as Node[]).length > 0) return [{ summary, edits: [edit] }];
  // Without authenticators nobody is ever known: the default ones have to read the token.
  const removed = removeStatements(source, [readers]);
  return removed ? [{ summary: `${summary}, and read the token as elsewhere`, edits: [...removed, edit] }] : [];
}

function requestName(owner: Node | undefined): string | null {
  const args = (owner?.args as Node | undefined)?.args as readonly { readonly arg: string }[] | undefined;
  return args?.find(({ arg }) => arg === 'request') ? 'request' : null;
}

function quoted(source: PythonText, text: string): string {
  return source.text.split('"').length >= source.text.split("'").length ? `"${text}"` : `'${text}'`;
}
