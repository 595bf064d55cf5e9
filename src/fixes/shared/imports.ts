/** Makes a name of a module usable in a file, with the smallest edit of its imports. */
import type { TextEdit } from '../../model/fix.ts';
import type { Node } from '../../python/syntax.ts';
import type { PythonText } from './python-text.ts';

export interface ImportedName {
  /** How the file writes it, e.g. `IsAuthenticated` or `permissions.IsAuthenticated`. */
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

interface Alias {
  readonly name: string;
  readonly asname?: string | null;
}

/** Null when the bare name means something else in this file. */
export function importName(source: PythonText, module: string, name: string): ImportedName | null {
  const imports = source.body.filter((node) => node.nodeType === 'ImportFrom' || node.nodeType === 'Import');
  const [parentModule, moduleName] = splitLast(module);
  for (const node of imports.filter((each) => each.nodeType === 'ImportFrom')) {
    const aliases = node.names as readonly Alias[];
    const known = node.module === module ? aliases.find((alias) => alias.name === name) : undefined;
    if (known) return { name: known.asname ?? known.name, edits: [] };
    const whole = node.module === parentModule ? aliases.find((alias) => alias.name === moduleName) : undefined;
    if (whole) return { name: `${whole.asname ?? whole.name}.${name}`, edits: [] };
  }
  if (isBound(source, name)) return null;
  const same = imports.find((node) => node.nodeType === 'ImportFrom' && node.module === module && !isStar(node));
  const edit = same ? intoImport(source, same, name) : null;
  return { name, edits: [edit ?? newImport(source, imports, module, name)] };
}

/** True when the module gives the name another meaning: a class, function, variable or import of its own. */
function isBound(source: PythonText, name: string): boolean {
  return source.body.some((node) => {
    if (node.nodeType === 'ClassDef' || node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef') return node.name === name;
    if (node.nodeType === 'Assign') return (node.targets as Node[]).some((target) => target.nodeType === 'Name' && target.id === name);
    if (node.nodeType !== 'Import' && node.nodeType !== 'ImportFrom') return false;
    return (node.names as readonly Alias[]).some((alias) => (alias.asname ?? alias.name) === name);
  });
}

function isStar(node: Node): boolean {
  return (node.names as readonly Alias[]).some(({ name }) => name === '*');
}

/** Adds the name to `from module import ...` before the first that sorts behind it; null where the text has a shape that is not known. */
function intoImport(source: PythonText, node: Node, name: string): TextEdit | null {
  const { start, end } = source.span(node);
  const text = source.text.slice(start, end);
  const list = /\bimport\b/.exec(text);
  if (!list || text.includes('#') || text.includes('\\')) return null;
  const from = start + list.index + list[0].length;
  const names = [...source.text.slice(from, end).matchAll(/([A-Za-z_]\w*)(\s+as\s+[A-Za-z_]\w*)?/g)].map((match) => ({
    name: match[1]!,
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  const next = names.find((each) => each.name > name);
  const last = names.at(-1);
  if (!last) return null;
  const neighbour = next ?? last;
  const lineStart = source.text.lastIndexOf('\n', neighbour.start) + 1;
  const before = source.text.slice(lineStart, neighbour.start);
  const gap = /^[ \t]+$/.test(before) ? `${source.eol}${before}` : ' ';
  const edit = next ? { at: next.start, text: `${name},${gap}` } : { at: last.end, text: `,${gap}${name}` };
  return { file: source.file, start: edit.at, end: edit.at, text: edit.text };
}

/** A line of its own: behind the import of the nearest module, else on top of the code. */
function newImport(source: PythonText, imports: readonly Node[], module: string, name: string): TextEdit {
  const line = `from ${module} import ${name}${source.eol}`;
  const froms = imports.filter((node) => node.nodeType === 'ImportFrom' && !node.level && typeof node.module === 'string');
  const top = module.split('.')[0]!;
  const family = froms.filter((node) => String(node.module).split('.')[0] === top);
  const before = family.filter((node) => String(node.module) < module).at(-1) ?? (family.length === 0 ? imports.at(-1) : undefined);
  if (before) {
    const { end } = source.linesOf(before);
    const complete = source.text[end - 1] === '\n' || source.text[end - 1] === '\r';
    return { file: source.file, start: end, end, text: complete ? line : `${source.eol}${line}` };
  }
  const first = family[0] ?? source.body.find((node, index) => !(index === 0 && isText(node)));
  const at = first ? source.lineOf(first).start : source.text.length;
  return { file: source.file, start: at, end: at, text: line };
}

function isText(node: Node): boolean {
  return node.nodeType === 'Expr' && (node.value as Node).nodeType === 'Constant';
}

function splitLast(dotted: string): readonly [string, string] {
  const at = dotted.lastIndexOf('.');
  return [dotted.slice(0, Math.max(at, 0)), dotted.slice(at + 1)];
}
