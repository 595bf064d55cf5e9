/**
 * Source text to tokens, one at a time and only as far as somebody reads: the parser asks for the next token, and what it skips
 * (function bodies) is never made into tokens. Lexical rules: Python reference, chapter 2.
 */
import * as T from './tokens.ts';

/** The text is not Python, or Python of a kind that this parser leaves to the reference parser. */
export class NotParsed extends Error {}

/** 1: may stand in a name; 2: a digit, which may too, but not first. */
const CHARACTERS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if (c === 95 || (c >= 65 && c <= 90) || (c >= 97 && c <= 122)) CHARACTERS[c] = 1;
  else if (c >= 48 && c <= 57) CHARACTERS[c] = 2;
}

const NUMBER = /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][+-]?\d[\d_]*)?)[jJ]?/y;
const LONG_NAME = /[\p{ID_Continue}_]+/uy;
const STRING_PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt)$/i;

/** Where reading starts. */
export interface Start {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** The indentation of the block. */
  readonly indent: number;
  /** Newlines mean nothing, as inside brackets. */
  readonly inside?: boolean;
}

const BEGINNING: Start = { offset: 0, line: 1, column: 0, indent: 0 };

export class Lexer {
  /** Kind of the token under way. */
  protected kind = T.NEWLINE;
  /** Its text: names, numbers. */
  protected text = '';
  /** For an augmented assignment: kind of its operator. */
  protected augmented = 0;
  /** Where it starts and ends in the source. */
  protected start = 0;
  protected end = 0;
  protected line = 1;
  protected column = 0;
  protected endLine = 1;
  protected endColumn = 0;
  /** Where the token before it ended. */
  protected lastLine = 1;
  protected lastColumn = 0;
  /** Of a string: offset of its first quote, and the number of quotes on each side. */
  protected quoteAt = 0;
  protected quotes = 1;

  /** Behind the token under way. */
  protected at: number;
  protected atLine: number;
  protected lineStart: number;
  /** At the start of a logical line. */
  protected fresh = true;
  private depth = 0;
  protected indents: number[];
  private dedents = 0;

  /**
   * @param source lines end in `\n` alone
   * @param ascii no character of the source is above U+007F, so that columns need no counting
   * @param from where to start: the beginning of a block, or an expression inside something else (`column` bytes into its line)
   */
  constructor(
    protected readonly source: string,
    protected readonly ascii: boolean,
    from: Start = BEGINNING,
  ) {
    this.at = from.offset;
    this.atLine = from.line;
    this.lineStart = from.offset - (from.inside ? from.column : 0);
    this.depth = from.inside ? 1 : 0;
    this.fresh = !from.inside;
    this.indents = [from.indent];
  }

  /** UTF-8 bytes from the start of the line, as CPython counts columns. */
  private columnOf(offset: number): number {
    if (this.ascii) return offset - this.lineStart;
    // The first line of an embedded text starts before the text: those columns were counted by whoever embedded it.
    let bytes = this.lineStart < 0 ? -this.lineStart : 0;
    for (let i = Math.max(this.lineStart, 0); i < offset; i++) {
      const c = this.source.charCodeAt(i);
      // The two halves of a surrogate pair are four bytes together.
      bytes += c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 2 : 3;
    }
    return bytes;
  }

  protected fail(what: string): never {
    throw new NotParsed(`${what} at line ${this.line}`);
  }

  /** Reads the next token. */
  protected next(): void {
    this.lastLine = this.endLine;
    this.lastColumn = this.endColumn;
    if (this.dedents > 0) {
      this.dedents--;
      this.kind = T.DEDENT;
      return;
    }
    if (this.fresh && this.indentation()) return;
    const { source } = this;
    let at = this.at;
    let c: number;
    for (;;) {
      c = source.charCodeAt(at);
      if (c === 32 || c === 9 || c === 12) at++;
      else if (c === 10) {
        at++;
        if (this.depth === 0) {
          this.kind = T.NEWLINE;
          this.fresh = true;
          this.at = at;
          this.atLine++;
          this.lineStart = at;
          return;
        }
        this.atLine++;
        this.lineStart = at;
      } else if (c === 35) {
        at = source.indexOf('\n', at);
        if (at < 0) at = source.length;
      } else if (c === 92 && source.charCodeAt(at + 1) === 10) {
        at += 2;
        this.atLine++;
        this.lineStart = at;
      } else break;
    }
    if (at >= source.length) {
      this.at = at;
      // The last line may lack its newline.
      if (this.depth === 0) {
        this.kind = T.NEWLINE;
        this.fresh = true;
      } else this.kind = T.EOF;
      return;
    }
    this.start = at;
    this.line = this.atLine;
    this.column = this.columnOf(at);
    const sort = c < 128 ? CHARACTERS[c]! : 1;
    if (sort === 1) this.name(at);
    else if (sort === 2 || (c === 46 && CHARACTERS[source.charCodeAt(at + 1)] === 2)) this.number(at);
    else if (c === 34 || c === 39) this.string(at, false);
    else this.operator(at, c);
    this.at = this.end;
    this.endLine = this.atLine;
    this.endColumn = this.ascii ? this.end - this.lineStart : this.columnOf(this.end);
  }

  /** Compares the indentation of a new logical line; true when that gave a token. */
  private indentation(): boolean {
    const { source } = this;
    let at = this.at;
    let indent = 0;
    for (;;) {
      const c = source.charCodeAt(at);
      if (c === 32) indent++;
      else if (c === 9) indent += 8 - (indent % 8);
      else if (c === 12) indent = 0;
      else if (c === 10) {
        indent = 0;
        this.atLine++;
        this.lineStart = at + 1;
      } else if (c === 35) {
        const newline = source.indexOf('\n', at);
        at = (newline < 0 ? source.length : newline) - 1;
      } else break;
      at++;
    }
    this.at = at;
    const { indents } = this;
    const atEnd = at >= source.length;
    if (atEnd) indent = 0;
    const top = indents[indents.length - 1]!;
    if (indent === top || (atEnd && indents.length === 1)) {
      if (atEnd) {
        this.kind = T.EOF;
        return true;
      }
      this.fresh = false;
      return false;
    }
    this.line = this.atLine;
    if (indent > top) {
      this.fresh = false;
      indents.push(indent);
      this.kind = T.INDENT;
      return true;
    }
    let count = 0;
    while (indents.length > 1 && indents[indents.length - 1]! > indent) {
      indents.pop();
      count++;
    }
    // A block that was parsed alone ends where a line stands further left than it.
    if (indents[indents.length - 1]! > indent) {
      this.at = source.length;
      if (count === 0) {
        this.kind = T.EOF;
        return true;
      }
    } else if (indents[indents.length - 1] !== indent) this.fail('a dedent that matches no outer level');
    this.fresh = atEnd || this.at >= source.length;
    this.dedents = count - 1;
    this.kind = T.DEDENT;
    return true;
  }

  private name(at: number): void {
    const { source } = this;
    let end = at + 1;
    let c = source.charCodeAt(at);
    let wide = c >= 128;
    for (; !wide; end++) {
      c = source.charCodeAt(end);
      if (c < 128) {
        if (CHARACTERS[c] === 0) break;
      } else if (c >= 128) wide = true;
      else break;
    }
    if (wide) {
      LONG_NAME.lastIndex = at;
      const found = LONG_NAME.exec(source)?.[0];
      if (!found) this.fail('a character that does not belong here');
      end = at + found.length;
      c = source.charCodeAt(end);
    }
    const text = source.slice(at, end);
    if ((c === 34 || c === 39) && end - at <= 2 && STRING_PREFIX.test(text)) {
      const kind = text.toLowerCase();
      if (kind.includes('t')) this.fail('a template string');
      this.string(end, kind.includes('f'));
      return;
    }
    this.text = text;
    this.end = end;
    this.kind = (end - at <= 8 ? T.KEYWORDS.get(text) : undefined) ?? T.NAME;
  }

  private number(at: number): void {
    const { source } = this;
    let end = at + 1;
    while (CHARACTERS[source.charCodeAt(end)] === 2) end++;
    const c = source.charCodeAt(end);
    // . E J X O B e j x o b _ or a leading point
    if (c === 46 || c === 95 || source.charCodeAt(at) === 46 || (c >= 66 && CHARACTERS[c] === 1)) {
      NUMBER.lastIndex = at;
      end = at + NUMBER.exec(source)![0].length;
    }
    this.text = source.slice(at, end);
    this.end = end;
    this.kind = T.NUMBER;
  }

  /** A string literal whose first quote stands at `quote`. */
  private string(quote: number, formatted: boolean): void {
    const { source } = this;
    const mark = source[quote]!;
    const triple = source.startsWith(mark + mark, quote + 1);
    this.kind = T.STRING;
    this.quoteAt = quote;
    this.quotes = triple ? 3 : 1;
    const from = quote + this.quotes;
    if (formatted) this.end = this.endOfFormatted(from, mark, triple);
    else if (triple) this.end = this.endOfTriple(from, mark + mark + mark);
    else this.end = this.endOfSingle(from, mark.charCodeAt(0));
    if (triple || source.lastIndexOf('\n', this.end - 1) > quote) {
      for (let at = source.indexOf('\n', quote); at >= 0 && at < this.end; at = source.indexOf('\n', at + 1)) {
        this.atLine++;
        this.lineStart = at + 1;
      }
    }
  }

  protected endOfSingle(from: number, mark: number): number {
    const { source } = this;
    for (let at = from; ; at++) {
      const c = source.charCodeAt(at);
      if (c === mark) return at + 1;
      if (c === 92) at++;
      else if (c === 10 || at >= source.length) this.fail('a string that does not end');
    }
  }

  protected endOfTriple(from: number, marks: string): number {
    const { source } = this;
    let at = from;
    for (;;) {
      const end = source.indexOf(marks, at);
      if (end < 0) this.fail('a string that does not end');
      const backslash = source.indexOf('\\', at);
      if (backslash < 0 || backslash >= end) return end + 3;
      at = backslash + 2;
    }
  }

  /** Quotes inside the braces of an f-string do not end it (PEP 701). */
  private endOfFormatted(from: number, mark: string, triple: boolean): number {
    const { source } = this;
    let braces = 0;
    for (let at = from; at < source.length; at++) {
      const c = source[at]!;
      const after = source[at + 1];
      if (c === '\\') {
        if (after !== '{' && after !== '}') at++;
      } else if (c === '{' || c === '}') {
        if (braces === 0 && after === c) at++;
        else braces = c === '{' ? braces + 1 : Math.max(0, braces - 1);
      } else if (braces === 0 && c === mark) {
        if (!triple) return at + 1;
        if (after === mark && source[at + 2] === mark) return at + 3;
      } else if (braces === 0 && c === '\n' && !triple) break;
    }
    return this.fail('an f-string that does not end');
  }

  private operator(at: number, c: number): void {
    const { source } = this;
    const second = source.charCodeAt(at + 1);
    let length = 1;
    let kind = 0;
    /** What follows may be `=`, which makes it an assignment. */
    let assigns = false;
    switch (c) {
      case 40:
        kind = T.PAREN_OPEN;
        this.depth++;
        break;
      case 41:
        kind = T.PAREN_CLOSE;
        this.depth--;
        break;
      case 91:
        kind = T.BRACKET_OPEN;
        this.depth++;
        break;
      case 93:
        kind = T.BRACKET_CLOSE;
        this.depth--;
        break;
      case 123:
        kind = T.BRACE_OPEN;
        this.depth++;
        break;
      case 125:
        kind = T.BRACE_CLOSE;
        this.depth--;
        break;
      case 44:
        kind = T.COMMA;
        break;
      case 46:
        if (second === 46 && source.charCodeAt(at + 2) === 46) {
          kind = T.ELLIPSIS;
          length = 3;
        } else kind = T.DOT;
        break;
      case 58:
        kind = second === 61 ? T.WALRUS : T.COLON;
        length = second === 61 ? 2 : 1;
        break;
      case 59:
        kind = T.SEMICOLON;
        break;
      case 61:
        kind = second === 61 ? T.EQ : T.EQUAL;
        length = second === 61 ? 2 : 1;
        break;
      case 33:
        if (second !== 61) this.fail('a character that does not belong here');
        kind = T.NOT_EQ;
        length = 2;
        break;
      case 126:
        kind = T.TILDE;
        break;
      case 60:
      case 62:
        if (second === 61) {
          kind = c === 60 ? T.LESS_EQ : T.GREATER_EQ;
          length = 2;
        } else if (second === c) {
          kind = c === 60 ? T.SHIFT_LEFT : T.SHIFT_RIGHT;
          length = 2;
          assigns = true;
        } else kind = c === 60 ? T.LESS : T.GREATER;
        break;
      case 45:
        if (second === 62) {
          kind = T.ARROW;
          length = 2;
        } else {
          kind = T.MINUS;
          assigns = true;
        }
        break;
      case 42:
      case 47:
        if (second === c) {
          kind = c === 42 ? T.DOUBLE_STAR : T.DOUBLE_SLASH;
          length = 2;
        } else kind = c === 42 ? T.STAR : T.SLASH;
        assigns = true;
        break;
      default:
        kind = SIMPLE.get(c) ?? this.fail('a character that does not belong here');
        assigns = true;
    }
    if (this.depth < 0) this.fail('a bracket that closes nothing');
    if (assigns && source.charCodeAt(at + length) === 61) {
      this.augmented = kind;
      kind = T.AUGMENTED;
      length++;
    }
    this.kind = kind;
    this.end = at + length;
  }

  /** True when the token under way is followed by a single `=` on the same line: `name=` in a call. */
  protected isKeywordName(): boolean {
    const { source } = this;
    let at = this.end;
    let c = source.charCodeAt(at);
    while (c === 32 || c === 9) c = source.charCodeAt(++at);
    return c === 61 && source.charCodeAt(at + 1) !== 61;
  }
}

const SIMPLE: ReadonlyMap<number, number> = new Map([
  [43, T.PLUS],
  [37, T.PERCENT],
  [64, T.AT],
  [124, T.BIT_OR],
  [94, T.BIT_XOR],
  [38, T.BIT_AND],
]);
