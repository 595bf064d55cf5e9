/** Passes over text without making tokens of it: blocks that are left out, brackets whose end matters before their content. */
import { Lexer, type Start } from './lexer.ts';

/** A block that was passed over. */
export interface SkippedBlock extends Start {
  readonly lastLine: number;
}

export class BlockLexer extends Lexer {
  /** True when nothing but a comment follows the token under way on its line. */
  protected endsLine(): boolean {
    const { source } = this;
    let at = this.end;
    let c = source.charCodeAt(at);
    while (c === 32 || c === 9 || c === 12) c = source.charCodeAt(++at);
    return c === 10 || c === 35;
  }

  /**
   * Passes over the lines of a block without reading them, from the NEWLINE behind its colon: the lines that are indented further
   * than the innermost open block. Returns where the block starts and ends; the next token is what follows it.
   */
  protected skipBlock(): SkippedBlock {
    const outer = this.indents[this.indents.length - 1]!;
    const { source } = this;
    let { at, atLine: line } = this;
    let first: Start | null = null;
    let lastLine = line;
    for (;;) {
      const lineStart = at;
      let indent = 0;
      let c = source.charCodeAt(at);
      for (; c === 32 || c === 9 || c === 12; c = source.charCodeAt(++at))
        indent = c === 32 ? indent + 1 : c === 9 ? indent + 8 - (indent % 8) : 0;
      if (c === 10) {
        at++;
        line++;
        continue;
      }
      if (c === 35) {
        const newline = source.indexOf('\n', at);
        at = newline < 0 ? source.length : newline;
        continue;
      }
      if (at >= source.length || indent <= outer) {
        if (!first) this.fail('an indented block is missing');
        this.at = at >= source.length ? at : lineStart;
        this.lineStart = this.at;
        this.atLine = line;
        this.fresh = true;
        // Where the last token of the block ends is not known: what encloses the block ends with its first word.
        this.endLine = first.line;
        this.endColumn = first.column + 4;
        this.next();
        return { ...first, lastLine };
      }
      first ??= { offset: lineStart, line, column: at - lineStart, indent };
      [at, lastLine] = this.skipLine(at, line, false);
      at++;
      line = lastLine + 1;
    }
  }

  /** The first character behind the bracket that closes the one under way, blanks aside. */
  protected characterAfterBrackets(): number {
    const { source } = this;
    let [at] = this.skipLine(this.start, 0, true);
    let c = source.charCodeAt(at);
    while (c === 32 || c === 9) c = source.charCodeAt(++at);
    return c;
  }

  /** From inside a logical line to its newline, or behind the first bracket that closes; returns that offset and its line. */
  private skipLine(from: number, firstLine: number, untilClosed: boolean): [number, number] {
    const { source } = this;
    const { length } = source;
    let depth = 0;
    let line = firstLine;
    let at = from;
    for (; at < length; at++) {
      const c = source.charCodeAt(at);
      // Letters, most of all.
      if (c > 93 && c !== 123 && c !== 125) continue;
      if (c === 10) {
        if (depth <= 0) break;
        line++;
      } else if (c === 34 || c === 39) {
        const mark = source[at]!;
        const triple = source.startsWith(mark + mark, at + 1);
        const end = triple ? this.endOfTriple(at + 3, mark + mark + mark) : this.endOfSingle(at + 1, c);
        for (let i = source.indexOf('\n', at); i >= 0 && i < end; i = source.indexOf('\n', i + 1)) line++;
        at = end - 1;
      } else if (c === 35) {
        const newline = source.indexOf('\n', at);
        at = (newline < 0 ? length : newline) - 1;
      } else if (c === 40 || c === 91 || c === 123) depth++;
      else if (c === 41 || c === 93 || c === 125) {
        depth--;
        if (untilClosed && depth === 0) return [at + 1, line];
      } else if (c === 92 && source.charCodeAt(at + 1) === 10) {
        at++;
        line++;
      }
    }
    return [at, line];
  }
}
