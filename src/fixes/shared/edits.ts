/** Small edits that several fixes are made of. */
import type { TextEdit } from '../../model/fix.ts';
import type { Node } from '../../python/syntax.ts';
import type { PythonText } from './python-text.ts';

export function replace(source: PythonText, node: Node, text: string): TextEdit {
  return { file: source.file, ...source.span(node), text };
}

/** Removes whole statements with their lines; null when something else stands on them, or a block would become empty. */
export function removeStatements(source: PythonText, nodes: readonly Node[]): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const node of nodes) {
    if (!source.isAloneOnLines(node)) return null;
    edits.push({ file: source.file, ...source.linesOf(node), text: '' });
  }
  const block = nodes[0] ? blockOf(source, nodes[0]) : null;
  return block && block.length > nodes.length ? edits : null;
}

/** The statements among which a statement stands. */
export function blockOf(source: PythonText, node: Node): readonly Node[] | null {
  const parent = source.parent(node);
  if (!parent) return source.body.includes(node) ? source.body : null;
  for (const field of ['body', 'orelse', 'finalbody']) {
    const block = parent[field] as readonly Node[] | undefined;
    if (Array.isArray(block) && block.includes(node)) return block;
  }
  return null;
}

/** The statement of the class body that assigns an attribute, or null. */
export function assignmentIn(definition: Node, attribute: string): Node | null {
  const found = (definition.body as readonly Node[]).find(
    (node) =>
      node.nodeType === 'Assign' &&
      (node.targets as readonly Node[]).some((target) => target.nodeType === 'Name' && target.id === attribute),
  );
  return found ?? null;
}

/** Inserts `attribute = value` as the first statement of a class, behind its docstring. */
export function insertAttribute(source: PythonText, definition: Node, line: string): TextEdit | null {
  const body = definition.body as readonly Node[];
  const first = body[0];
  if (!first || first.lineno === definition.lineno) return null;
  const isDocstring = first.nodeType === 'Expr' && (first.value as Node).nodeType === 'Constant';
  const next = isDocstring ? body[1] : first;
  const { indent } = source.lineOf(first);
  if (next) {
    const decorators = (next.decorator_list ?? []) as readonly Node[];
    const { start } = source.lineOf(decorators[0] ?? next);
    // A definition keeps its distance to what stands above it.
    const gap = next.nodeType === 'Assign' ? '' : source.eol;
    return { file: source.file, start, end: start, text: `${indent}${line}${source.eol}${gap}` };
  }
  const { end } = source.linesOf(first);
  return { file: source.file, start: end, end, text: `${indent}${line}${source.eol}` };
}

/** Applies edits to texts by file. Edits of one file must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = text;
  for (const edit of [...edits].sort((left, right) => right.start - left.start || right.end - left.end)) {
    out = out.slice(0, edit.start) + edit.text + out.slice(edit.end);
  }
  return out;
}
