/** Atoms: names, literals, and what stands in brackets (Python reference 6.2). */
import type { Node } from '../syntax.ts';
import { BlockLexer } from './blocks.ts';
import { addPart, formattedParts } from './formatted.ts';
import { decodeEscapes } from './strings.ts';
import * as T from './tokens.ts';

export abstract class AtomParser extends BlockLexer {
  /** One expression, or several with commas between them. */
  protected abstract testList(): Node;
  protected abstract testOrStarred(): Node;
  /** Conditional expression, lambda or assignment expression. */
  protected abstract test(): Node;
  protected abstract disjunction(): Node;
  protected abstract lambda(): Node;
  protected abstract starred(): Node;
  /** Binary operators that bind at least as tightly as `level`. */
  protected abstract binary(level: number): Node;
  /** Parses a text that is one expression and stands at this place. */
  protected abstract embedded(text: string, line: number, column: number): Node;

  /** Takes a token of this kind if it is the next. */
  protected accept(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  protected expect(kind: number): void {
    if (this.kind !== kind) this.fail('a token that does not belong here');
    this.next();
  }

  protected nameText(): string {
    const { text } = this;
    this.expect(T.NAME);
    return text;
  }

  /** False where a list of expressions is over. */
  protected startsExpression(): boolean {
    switch (this.kind) {
      case T.NEWLINE:
      case T.EOF:
      case T.EQUAL:
      case T.AUGMENTED:
      case T.COLON:
      case T.SEMICOLON:
      case T.PAREN_CLOSE:
      case T.BRACKET_CLOSE:
      case T.BRACE_CLOSE:
        return false;
      default:
        return true;
    }
  }

  /** A name, a literal, or something in brackets. */
  protected atom(): Node {
    const { kind, line, column, text } = this;
    switch (kind) {
      case T.NAME:
        this.next();
        return { nodeType: 'Name', id: text, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
      case T.STRING:
        return this.strings();
      case T.NUMBER:
        this.next();
        return this.constant(numberOf(text) ?? this.fail('a number of another kind'), line, column);
      case T.NONE:
        this.next();
        return this.constant(null, line, column);
      case T.TRUE:
      case T.FALSE:
        this.next();
        return this.constant(kind === T.TRUE, line, column);
      case T.ELLIPSIS:
        this.next();
        return this.constant('...', line, column);
      case T.PAREN_OPEN:
        return this.group();
      case T.BRACKET_OPEN:
        return this.listDisplay();
      case T.BRACE_OPEN:
        return this.braceDisplay();
      case T.YIELD:
        return this.yielding();
      default:
        return this.fail('an expression is missing');
    }
  }

  private constant(value: unknown, line: number, column: number): Node {
    return { nodeType: 'Constant', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  private yielding(): Node {
    const { line, column } = this;
    this.next();
    if (this.accept(T.FROM)) {
      const value = this.test();
      return { nodeType: 'YieldFrom', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
    }
    const value = this.startsExpression() && this.kind !== T.COMMA ? this.testList() : undefined;
    return { nodeType: 'Yield', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  /** Round brackets: a tuple, a generator expression, or just brackets. */
  private group(): Node {
    const { line, column } = this;
    this.next();
    const elts: Node[] = [];
    if (this.kind !== T.PAREN_CLOSE) {
      const first = this.testOrStarred();
      if (this.kind === T.FOR || this.kind === T.ASYNC) {
        const generators = this.comprehensions();
        this.expect(T.PAREN_CLOSE);
        return this.comprehensionNode('GeneratorExp', first, generators, line, column);
      }
      if (this.kind !== T.COMMA) {
        this.expect(T.PAREN_CLOSE);
        return first;
      }
      elts.push(first);
      this.moreElements(elts, T.PAREN_CLOSE);
    }
    this.expect(T.PAREN_CLOSE);
    return { nodeType: 'Tuple', elts, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  private moreElements(elts: Node[], close: number): void {
    while (this.accept(T.COMMA)) {
      if (this.kind === close) return;
      elts.push(this.testOrStarred());
    }
  }

  private listDisplay(): Node {
    const { line, column } = this;
    this.next();
    const elts: Node[] = [];
    if (this.kind !== T.BRACKET_CLOSE) {
      elts.push(this.testOrStarred());
      if (this.kind === T.FOR || this.kind === T.ASYNC) {
        const generators = this.comprehensions();
        this.expect(T.BRACKET_CLOSE);
        return this.comprehensionNode('ListComp', elts[0]!, generators, line, column);
      }
      this.moreElements(elts, T.BRACKET_CLOSE);
    }
    this.expect(T.BRACKET_CLOSE);
    return { nodeType: 'List', elts, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  /** Curly brackets: a dictionary or a set, or a comprehension of one. */
  private braceDisplay(): Node {
    const { line, column } = this;
    this.next();
    if (this.kind === T.BRACE_CLOSE || this.kind === T.DOUBLE_STAR) return this.dictionary([], [], line, column);
    const first = this.testOrStarred();
    if (this.kind === T.COLON && first.nodeType !== 'Starred') {
      this.next();
      const value = this.test();
      if (this.kind === T.FOR || this.kind === T.ASYNC) {
        const generators = this.comprehensions();
        this.expect(T.BRACE_CLOSE);
        return {
          nodeType: 'DictComp',
          key: first,
          value,
          generators,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        };
      }
      if (this.kind !== T.BRACE_CLOSE) this.expect(T.COMMA);
      return this.dictionary([first], [value], line, column);
    }
    if (this.kind === T.FOR || this.kind === T.ASYNC) {
      const generators = this.comprehensions();
      this.expect(T.BRACE_CLOSE);
      return this.comprehensionNode('SetComp', first, generators, line, column);
    }
    const elts = [first];
    this.moreElements(elts, T.BRACE_CLOSE);
    this.expect(T.BRACE_CLOSE);
    return { nodeType: 'Set', elts, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  /** The entries of a dictionary from where one may start, and its closing bracket. */
  private dictionary(keys: (Node | null)[], values: Node[], line: number, column: number): Node {
    while (this.kind !== T.BRACE_CLOSE) {
      if (this.accept(T.DOUBLE_STAR)) {
        keys.push(null);
        values.push(this.binary(1));
      } else {
        keys.push(this.test());
        this.expect(T.COLON);
        values.push(this.test());
      }
      if (this.kind !== T.BRACE_CLOSE) this.expect(T.COMMA);
    }
    this.next();
    return {
      nodeType: 'Dict',
      keys,
      values,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  protected comprehensionNode(nodeType: string, elt: Node, generators: Node[], line: number, column: number): Node {
    if (elt.nodeType === 'Starred') this.fail('a starred element of a comprehension');
    return {
      nodeType,
      elt,
      generators,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  protected comprehensions(): Node[] {
    const out: Node[] = [];
    while (this.kind === T.FOR || this.kind === T.ASYNC) {
      const isAsync = this.accept(T.ASYNC) ? 1 : 0;
      this.expect(T.FOR);
      const target = this.targetList();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: Node[] = [];
      while (this.accept(T.IF)) ifs.push(this.kind === T.LAMBDA ? this.lambda() : this.disjunction());
      // A comprehension has no place of its own (CPython's ASDL gives it no attributes).
      out.push({ nodeType: 'Comprehension', target, iter, ifs, is_async: isAsync } as unknown as Node);
    }
    return out;
  }

  /** What a `for` assigns to. */
  protected targetList(): Node {
    const { line, column } = this;
    const first = this.kind === T.STAR ? this.starred() : this.binary(1);
    if (this.kind !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.kind === T.IN) break;
      elts.push(this.kind === T.STAR ? this.starred() : this.binary(1));
    }
    return { nodeType: 'Tuple', elts, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  /** String literals side by side are one. */
  private strings(): Node {
    const { line, column } = this;
    const first = this.literal();
    if (this.kind !== T.STRING) return first;
    const parts = [first];
    while (this.kind === T.STRING) parts.push(this.literal());
    const end = { lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
    if (parts.every((part) => part.nodeType === 'Constant')) {
      return { nodeType: 'Constant', value: parts.map((part) => part.value).join(''), quote_style: first.quote_style, ...end };
    }
    const values: Node[] = [];
    for (const part of parts) for (const value of part.nodeType === 'JoinedStr' ? (part.values as Node[]) : [part]) addPart(values, value);
    return { nodeType: 'JoinedStr', values, ...end };
  }

  /** One string literal. */
  private literal(): Node {
    const { line, column, start, end, quoteAt, quotes, endLine, endColumn } = this;
    const prefix = this.source.slice(start, quoteAt);
    const content = this.source.slice(quoteAt + quotes, end - quotes);
    const raw = /r/i.test(prefix);
    if (/f/i.test(prefix)) {
      const values = formattedParts(content, { line, column: column + prefix.length + quotes }, raw, (text, at) =>
        this.embedded(text, at.line, at.column),
      );
      this.next();
      return { nodeType: 'JoinedStr', values, lineno: line, col_offset: column, end_lineno: endLine, end_col_offset: endColumn };
    }
    this.next();
    return {
      nodeType: 'Constant',
      value: raw ? content : decodeEscapes(content, prefix !== '' && /b/i.test(prefix)),
      quote_style: prefix,
      lineno: line,
      col_offset: column,
      end_lineno: endLine,
      end_col_offset: endColumn,
    };
  }
}

/** Value of a number literal; a bigint where a double is not exact; null for complex numbers. */
function numberOf(literal: string): number | bigint | null {
  const text = literal.includes('_') ? literal.replaceAll('_', '') : literal;
  if (/^\d+$/.test(text) || /^0[xob]/i.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }
  return /[jJ]$/.test(text) ? null : Number.parseFloat(text);
}
