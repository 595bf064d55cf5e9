/** A Python file that is going to be edited: its tree with offsets, and the text around a node. */
import type { Place } from '../../model/place.ts';
import { PythonSyntaxError, parseWhole, placeOf } from '../../python/parse.ts';
import type { Node, Unit } from '../../python/syntax.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export class PythonText {
  readonly body: readonly Node[];
  /** `\n` or `\r\n`, as the file has it. */
  readonly eol: string;
  readonly #unit: Unit;
  readonly #starts: readonly number[];
  readonly #parents = new Map<Node, Node>();

  private constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.#unit = { file, source: text, lineOffset: 0, module: '', own: true };
    this.body = parseWhole(this.#unit);
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
    for (const node of this.body) this.#adopt(node);
  }

  /** The file, or null when there is none or it is not Python. */
  static open(file: string, read: (file: string) => string | null): PythonText | null {
    const text = read(file);
    if (text === null) return null;
    try {
      return new PythonText(file, text);
    } catch (error) {
      if (error instanceof PythonSyntaxError) return null;
      throw error;
    }
  }

  span(node: Node): Span {
    return {
      start: this.#offset(node.lineno, node.col_offset),
      end: this.#offset(node.end_lineno ?? node.lineno, node.end_col_offset ?? node.col_offset),
    };
  }

  /** The source text of a node. */
  textOf(node: Node): string {
    const { start, end } = this.span(node);
    return this.text.slice(start, end);
  }

  parent(node: Node): Node | null {
    return this.#parents.get(node) ?? null;
  }

  /** The nodes around a node, the innermost first. */
  *around(node: Node): Generator<Node> {
    for (let up = this.parent(node); up; up = this.parent(up)) yield up;
  }

  /** Nodes that begin at a place, the outermost first. */
  at(place: Place): readonly Node[] {
    return this.#all().filter((node) => {
      const found = placeOf({ unit: this.#unit, node });
      return found.line === place.line && (place.column === undefined || found.column === place.column);
    });
  }

  /** Every node of one of the types, in the order of the text. */
  find(...types: readonly string[]): readonly Node[] {
    return this.#all().filter((node) => types.includes(node.nodeType));
  }

  /** The class or function that stands at a place; decorators count as part of it. */
  definitionAt(place: Place): Node | null {
    const found = this.find('ClassDef', 'FunctionDef', 'AsyncFunctionDef').find((node) => {
      const first = Math.min(node.lineno, ...((node.decorator_list ?? []) as Node[]).map((each) => each.lineno));
      return first <= place.line && place.line <= node.lineno;
    });
    return found ?? null;
  }

  /** Where the line of a node starts, and its white space. */
  lineOf(node: Node): { readonly start: number; readonly indent: string } {
    const start = this.#starts[node.lineno - 1] ?? 0;
    return { start, indent: /^[ \t]*/.exec(this.text.slice(start))![0] };
  }

  /** The whole lines of a statement, its line end included. */
  linesOf(node: Node): Span {
    return { start: this.#starts[node.lineno - 1] ?? 0, end: this.#starts[node.end_lineno ?? node.lineno] ?? this.text.length };
  }

  /** True when nothing but the statement stands on its lines (a comment behind it aside). */
  isAloneOnLines(node: Node): boolean {
    const { start, end } = this.span(node);
    const lines = this.linesOf(node);
    return /^[ \t]*$/.test(this.text.slice(lines.start, start)) && /^[ \t]*(#.*)?\r?\n?$/.test(this.text.slice(end, lines.end));
  }

  #offset(line: number, bytes: number): number {
    const start = this.#starts[line - 1] ?? 0;
    let offset = start;
    for (let seen = 0; seen < bytes && offset < this.text.length; ) {
      const code = this.text.codePointAt(offset)!;
      seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      offset += code < 0x10000 ? 1 : 2;
    }
    return offset;
  }

  #nodes: Node[] | null = null;

  #all(): readonly Node[] {
    if (!this.#nodes) {
      const nodes: Node[] = [];
      const walk = (node: Node): void => {
        nodes.push(node);
        for (const child of childrenOf(node)) walk(child);
      };
      for (const node of this.body) walk(node);
      this.#nodes = nodes;
    }
    return this.#nodes;
  }

  #adopt(node: Node): void {
    for (const child of childrenOf(node)) {
      this.#parents.set(child, node);
      this.#adopt(child);
    }
  }
}

function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && typeof each === 'object' && typeof each.nodeType === 'string' && typeof each.lineno === 'number')
        found.push(each as Node);
      // Arguments, keywords and handlers may have no position of their own; what they hold has.
      else if (each !== null && typeof each === 'object' && typeof each.nodeType === 'string') found.push(...childrenOf(each as Node));
    }
  }
  return found.sort((left, right) => left.lineno - right.lineno || left.col_offset - right.col_offset);
}

/** The last part of a name: `permission_classes` of `decorators.permission_classes`; null for anything that is no name. */
export function lastName(node: Node | null | undefined): string | null {
  if (node?.nodeType === 'Name') return String(node.id);
  return node?.nodeType === 'Attribute' ? String(node.attr) : null;
}

/** `a.b.c` of nested attributes; null when it does not start with a name. */
export function dottedName(node: Node | null | undefined): string | null {
  if (node?.nodeType === 'Name') return String(node.id);
  if (node?.nodeType !== 'Attribute') return null;
  const front = dottedName(node.value as Node);
  return front === null ? null : `${front}.${node.attr}`;
}
