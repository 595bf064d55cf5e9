/** Reads strict JSON (RFC 8259) into the tree. The YAML reader would do, but takes ten times as long and as much memory. */
import { LIMITS } from './limits.ts';
import { quote } from './problems.ts';
import { ReadProblems, type ReadResult } from './read-problems.ts';
import type { Span, TextSource } from './text-source.ts';
import type { Entry, TreeNode } from './tree.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TOO_DEEP = `nested deeper than ${LIMITS.depth} levels: this part is left out`;

class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Reads the text; a syntax error gives no root and one problem that says where. */
export function readJson(source: TextSource): ReadResult {
  const reader = new JsonReader(source);
  try {
    return reader.found.result(reader.document());
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    reader.found.lost('error', error.message, { start: error.offset, end: error.offset + 1 });
    return reader.found.result(null);
  }
}

class JsonReader {
  readonly found = new ReadProblems();
  readonly #source: TextSource;
  readonly #text: string;
  #at = 0;

  constructor(source: TextSource) {
    this.#source = source;
    this.#text = source.text;
  }

  document(): TreeNode {
    const root = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw new JsonError('text behind the end of the document', this.#at);
    return root;
  }

  #value(depth: number): TreeNode {
    this.#space();
    const start = this.#at;
    const character = this.#text[start];
    if (character === '{' || character === '[') {
      if (depth >= LIMITS.depth) return this.#skip(start);
      return character === '{' ? this.#map(start, depth) : this.#list(start, depth);
    }
    if (character === '"') return this.#scalar(start, this.#string());
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.#text.startsWith(word, start)) {
        this.#at += word.length;
        return this.#scalar(start, value);
      }
    }
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(this.#text);
    if (!number) throw new JsonError(start < this.#text.length ? 'a value is expected here' : 'the document ends too early', start);
    this.#at += number[0].length;
    return this.#scalar(start, Number(number[0]));
  }

  #map(start: number, depth: number): TreeNode {
    const entries = new Map<string, Entry>();
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] !== '}') {
      for (;;) {
        this.#space();
        const keyStart = this.#at;
        if (this.#text[keyStart] !== '"') throw new JsonError('a key in double quotes is expected here', keyStart);
        const key = this.#string();
        const span: Span = { start: keyStart, end: this.#at };
        this.#space();
        this.#expect(':');
        const value = this.#value(depth + 1);
        const earlier = entries.get(key);
        if (earlier) this.found.duplicateKey(this.#source, key, earlier.key, span);
        entries.set(key, { key: span, value });
        this.#space();
        if (this.#text[this.#at] !== ',') break;
        this.#at += 1;
      }
    }
    this.#expect('}');
    return { kind: 'map', source: this.#source, start, end: this.#at, entries };
  }

  #list(start: number, depth: number): TreeNode {
    const items: TreeNode[] = [];
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] !== ']') {
      for (;;) {
        items.push(this.#value(depth + 1));
        this.#space();
        if (this.#text[this.#at] !== ',') break;
        this.#at += 1;
      }
    }
    this.#expect(']');
    return { kind: 'list', source: this.#source, start, end: this.#at, items };
  }

  #scalar(start: number, value: string | number | boolean | null): TreeNode {
    return { kind: 'scalar', source: this.#source, start, end: this.#at, value };
  }

  /** The string that starts here; the position is behind its closing quote afterwards. */
  #string(): string {
    const start = this.#at;
    let escaped = false;
    for (let at = start + 1; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x5c) {
        escaped = true;
        at += 1;
      } else if (code === 0x22) {
        this.#at = at + 1;
        if (!escaped) return this.#text.slice(start + 1, at);
        try {
          return JSON.parse(this.#text.slice(start, at + 1)) as string;
        } catch {
          throw new JsonError('a string with a wrong escape sequence', start);
        }
      } else if (code < 0x20) {
        throw new JsonError('a line end or control character inside a string', at);
      }
    }
    throw new JsonError('a string that is not closed', start);
  }

  /** Steps over a value that lies too deep, without recursion. */
  #skip(start: number): TreeNode {
    let open = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      if (character === '"') {
        this.#string();
        continue;
      }
      this.#at += 1;
      if (character === '{' || character === '[') open += 1;
      else if (character === '}' || character === ']') open -= 1;
      if (open === 0) break;
    }
    if (open > 0) throw new JsonError(`nested deeper than ${LIMITS.depth} levels and not closed`, start);
    this.found.lost('warning', TOO_DEEP, { start, end: start + 1 });
    return this.#scalar(start, null);
  }

  #space(): void {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      this.#at += 1;
      code = this.#text.charCodeAt(this.#at);
    }
  }

  #expect(character: string): void {
    if (this.#text[this.#at] !== character) {
      const end = this.#at >= this.#text.length;
      throw new JsonError(
        end ? `the document ends where ${quote(character)} is expected` : `${quote(character)} is expected here`,
        this.#at,
      );
    }
    this.#at += 1;
  }
}
