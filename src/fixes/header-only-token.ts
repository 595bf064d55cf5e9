/** Fix: the token is no longer read from the query string. */
import type { Fix, Proposal } from '../model/fix.ts';
import type { Node } from '../python/syntax.ts';
import { blockOf, removeStatements, replace } from './shared/edits.ts';
import { PythonText } from './shared/python-text.ts';

const SUMMARY = 'read the token from the header only';

export const fix: Fix = {
  id: 'header-only-token',
  rules: ['token-in-query'],
  propose({ place, read }) {
    const source = place ? PythonText.open(place.file, read) : null;
    if (!place || !source) return [];
    const proposals: Proposal[] = [];
    for (const node of source.at(place)) {
      if (node.nodeType !== 'Call' && node.nodeType !== 'Subscript') continue;
      const operand = withoutOperand(source, node);
      if (operand) proposals.push(operand);
      const branch = withoutBranch(source, node);
      if (branch) proposals.push(branch);
    }
    return proposals;
  },
};

/** `header or query` becomes `header`. */
function withoutOperand(source: PythonText, node: Node): Proposal | null {
  const parent = source.parent(node);
  if (parent?.nodeType !== 'BoolOp' || (parent.op as Node).nodeType !== 'Or') return null;
  const values = parent.values as readonly Node[];
  const index = values.indexOf(node);
  if (index < 0) return null;
  const { start, end } = source.span(node);
  const from = index === 0 ? start : source.span(values[index - 1]!).end;
  const to = index === 0 ? source.span(values[1]!).start : end;
  return { summary: SUMMARY, edits: [{ file: source.file, start: from, end: to, text: '' }] };
}

/** `raw = query...` with the `if raw:` behind it goes, when nothing else looks at the name. */
function withoutBranch(source: PythonText, node: Node): Proposal | null {
  const statement = source.parent(node);
  if (statement?.nodeType !== 'Assign' || statement.value !== node) return null;
  const [target, ...more] = statement.targets as readonly Node[];
  const block = blockOf(source, statement);
  if (target?.nodeType !== 'Name' || more.length > 0 || !block) return null;
  const next = block[block.indexOf(statement) + 1];
  if (next?.nodeType !== 'If' || !asksWhether(next.test as Node, String(target.id))) return null;
  const owner = [...source.around(statement)].find((up) => /^(FunctionDef|AsyncFunctionDef)$/.test(up.nodeType));
  if (!owner || namesOutside(source, owner, next, String(target.id)) > 1) return null;
  const orelse = next.orelse as readonly Node[];
  if (orelse.length > 0) {
    // What happens without a query parameter happens always.
    const only = orelse.length === 1 ? orelse[0]! : null;
    const removed = only?.nodeType === 'Return' ? removeStatements(source, [statement]) : null;
    return removed && only ? { summary: SUMMARY, edits: [...removed, replace(source, next, source.textOf(only))] } : null;
  }
  const edits = removeStatements(source, [statement, next]);
  return edits ? { summary: SUMMARY, edits } : null;
}

/** `if raw:` or `if raw is not None:`. */
function asksWhether(test: Node, name: string): boolean {
  if (test.nodeType === 'Name') return test.id === name;
  if (test.nodeType !== 'Compare' || (test.left as Node).nodeType !== 'Name' || (test.left as Node).id !== name) return false;
  const [operator] = test.ops as readonly Node[];
  const [right] = test.comparators as readonly Node[];
  return operator?.nodeType === 'IsNot' && right?.nodeType === 'Constant' && right.value === null;
}

/** How often a function names something outside of one of its statements. */
function namesOutside(source: PythonText, owner: Node, inside: Node, name: string): number {
  return source
    .find('Name')
    .filter((node) => node.id === name && [...source.around(node)].includes(owner) && ![...source.around(node)].includes(inside)).length;
}
