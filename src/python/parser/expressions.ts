/** Expressions: Python reference, chapter 6. Nodes have the fields of CPython's `ast` that somebody looks at (no `ctx`). */
import type { Node } from '../syntax.ts';
import { AtomParser } from './atoms.ts';
import * as T from './tokens.ts';

const NOT = { nodeType: 'Not' };
const USUB = { nodeType: 'USub' };
const UADD = { nodeType: 'UAdd' };
const INVERT = { nodeType: 'Invert' };
const AND = { nodeType: 'And' };
const OR = { nodeType: 'Or' };
const NOT_IN = { nodeType: 'NotIn' };
const IS_NOT = { nodeType: 'IsNot' };

export class ExpressionParser extends AtomParser {
  /** One expression, or several with commas between them: a tuple without brackets. */
  protected testList(): Node {
    const { line, column } = this;
    const first = this.testOrStarred();
    if (this.kind !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (!this.startsExpression()) break;
      elts.push(this.testOrStarred());
    }
    return { nodeType: 'Tuple', elts, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  protected testOrStarred(): Node {
    return this.kind === T.STAR ? this.starred() : this.test();
  }

  protected starred(): Node {
    const { line, column } = this;
    this.next();
    const value = this.binary(1);
    return { nodeType: 'Starred', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  /** Conditional expression, lambda or assignment expression. */
  protected test(): Node {
    if (this.kind === T.LAMBDA) return this.lambda();
    const { line, column } = this;
    const body = this.disjunction();
    if (this.kind === T.IF) {
      this.next();
      const test = this.disjunction();
      this.expect(T.ELSE);
      const orelse = this.test();
      return {
        nodeType: 'IfExp',
        test,
        body,
        orelse,
        lineno: line,
        col_offset: column,
        end_lineno: this.lastLine,
        end_col_offset: this.lastColumn,
      };
    }
    if (this.kind === T.WALRUS && body.nodeType === 'Name') {
      this.next();
      const value = this.test();
      return {
        nodeType: 'NamedExpr',
        target: body,
        value,
        lineno: line,
        col_offset: column,
        end_lineno: this.lastLine,
        end_col_offset: this.lastColumn,
      };
    }
    return body;
  }

  protected disjunction(): Node {
    const { line, column } = this;
    const first = this.conjunction();
    if (this.kind !== T.OR) return first;
    const values = [first];
    while (this.accept(T.OR)) values.push(this.conjunction());
    return this.boolean(OR, values, line, column);
  }

  private conjunction(): Node {
    const { line, column } = this;
    const first = this.inversion();
    if (this.kind !== T.AND) return first;
    const values = [first];
    while (this.accept(T.AND)) values.push(this.inversion());
    return this.boolean(AND, values, line, column);
  }

  private boolean(op: T.OperatorNode, values: Node[], line: number, column: number): Node {
    return { nodeType: 'BoolOp', op, values, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  private inversion(): Node {
    if (this.kind !== T.NOT) return this.comparison();
    const { line, column } = this;
    this.next();
    return this.unaryNode(NOT, this.inversion(), line, column);
  }

  private unaryNode(op: T.OperatorNode, operand: Node, line: number, column: number): Node {
    return {
      nodeType: 'UnaryOp',
      op,
      operand,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private comparison(): Node {
    const { line, column } = this;
    const left = this.binary(1);
    let op = this.comparisonOperator();
    if (!op) return left;
    const ops: T.OperatorNode[] = [];
    const comparators: Node[] = [];
    do {
      ops.push(op);
      comparators.push(this.binary(1));
      op = this.comparisonOperator();
    } while (op);
    return {
      nodeType: 'Compare',
      left,
      ops,
      comparators,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  /** Takes a comparison operator if there is one. */
  private comparisonOperator(): T.OperatorNode | undefined {
    const { kind } = this;
    if (kind === T.NOT) {
      this.next();
      this.expect(T.IN);
      return NOT_IN;
    }
    const op = T.COMPARISON[kind];
    if (!op) return undefined;
    this.next();
    return kind === T.IS && this.accept(T.NOT) ? IS_NOT : op;
  }

  /** Binary operators that bind at least as tightly as `level`. */
  protected binary(level: number): Node {
    const { line, column } = this;
    let left = this.unary();
    for (;;) {
      const { kind } = this;
      const precedence = T.PRECEDENCE[kind]!;
      if (precedence === 0 || precedence < level) return left;
      this.next();
      left = this.binaryNode(left, kind, this.binary(precedence + 1), line, column);
    }
  }

  private binaryNode(left: Node, kind: number, right: Node, line: number, column: number): Node {
    return {
      nodeType: 'BinOp',
      left,
      op: T.BINARY[kind],
      right,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private unary(): Node {
    const { kind, line, column } = this;
    if (kind === T.MINUS || kind === T.PLUS || kind === T.TILDE) {
      this.next();
      return this.unaryNode(kind === T.MINUS ? USUB : kind === T.PLUS ? UADD : INVERT, this.unary(), line, column);
    }
    const base = kind === T.AWAIT ? this.awaiting() : this.primary();
    if (this.kind !== T.DOUBLE_STAR) return base;
    this.next();
    return this.binaryNode(base, T.DOUBLE_STAR, this.unary(), line, column);
  }

  private awaiting(): Node {
    const { line, column } = this;
    this.next();
    const value = this.primary();
    return { nodeType: 'Await', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  /** An atom with its attributes, subscripts and calls. */
  private primary(): Node {
    const { line, column } = this;
    let value = this.atom();
    for (;;) {
      if (this.kind === T.DOT) {
        this.next();
        const attr = this.nameText();
        value = {
          nodeType: 'Attribute',
          value,
          attr,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        };
      } else if (this.kind === T.PAREN_OPEN) value = this.call(value, line, column);
      else if (this.kind === T.BRACKET_OPEN) {
        this.next();
        const slice = this.subscripts();
        this.expect(T.BRACKET_CLOSE);
        value = {
          nodeType: 'Subscript',
          value,
          slice,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        };
      } else return value;
    }
  }

  private call(func: Node, line: number, column: number): Node {
    const { line: openLine, column: openColumn } = this;
    this.next();
    const { args, keywords } = this.callArguments(openLine, openColumn);
    return {
      nodeType: 'Call',
      func,
      args,
      keywords,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  /** From behind the opening bracket to behind the closing one. */
  protected callArguments(openLine: number, openColumn: number): { args: Node[]; keywords: Node[] } {
    const args: Node[] = [];
    const keywords: Node[] = [];
    let spread = false;
    while (this.kind !== T.PAREN_CLOSE) {
      const { line, column } = this;
      if (this.kind === T.NAME && this.isKeywordName()) {
        const arg = this.text;
        this.next();
        this.next();
        keywords.push(this.keyword(arg, this.test(), line, column));
      } else if (this.kind === T.DOUBLE_STAR) {
        this.next();
        keywords.push(this.keyword(undefined, this.test(), line, column));
        spread = true;
      } else if (this.kind === T.STAR) {
        if (spread) this.fail('an iterable behind a mapping');
        this.next();
        const value = this.test();
        args.push({
          nodeType: 'Starred',
          value,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        });
      } else {
        if (keywords.length > 0) this.fail('a positional argument behind a keyword argument');
        const arg = this.test();
        if (this.kind === T.FOR || this.kind === T.ASYNC) {
          if (args.length > 0) this.fail('a generator expression without brackets');
          const generators = this.comprehensions();
          this.expect(T.PAREN_CLOSE);
          args.push(this.comprehensionNode('GeneratorExp', arg, generators, openLine, openColumn));
          return { args, keywords };
        }
        args.push(arg);
      }
      if (this.kind !== T.PAREN_CLOSE) this.expect(T.COMMA);
    }
    this.next();
    return { args, keywords };
  }

  private keyword(arg: string | undefined, value: Node, line: number, column: number): Node {
    return {
      nodeType: 'Keyword',
      arg,
      value,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private subscripts(): Node {
    const { line, column } = this;
    const first = this.subscript();
    if (this.kind !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.kind === T.BRACKET_CLOSE) break;
      elts.push(this.subscript());
    }
    return { nodeType: 'Tuple', elts, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  private subscript(): Node {
    const { line, column } = this;
    const lower = this.kind === T.COLON ? undefined : this.testOrStarred();
    if (this.kind !== T.COLON) return lower!;
    const parts: (Node | undefined)[] = [undefined, undefined];
    for (let i = 0; i < 2 && this.accept(T.COLON); i++) {
      if (this.kind !== T.COLON && this.kind !== T.BRACKET_CLOSE && this.kind !== T.COMMA) parts[i] = this.test();
    }
    return {
      nodeType: 'Slice',
      lower,
      upper: parts[0],
      step: parts[1],
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  protected lambda(): Node {
    const { line, column } = this;
    this.next();
    const args = this.parameters(T.COLON);
    this.expect(T.COLON);
    const body = this.test();
    return {
      nodeType: 'Lambda',
      args,
      body,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  /** Parameters up to the token that ends them: `)` for a function, whose parameters may have annotations, `:` for a lambda. */
  protected parameters(close: number): Node {
    let args: Node[] = [];
    let posonlyargs: Node[] = [];
    const kwonlyargs: Node[] = [];
    const defaults: Node[] = [];
    const kw_defaults: (Node | null)[] = [];
    let vararg: Node | undefined;
    let kwarg: Node | undefined;
    let star = false;
    while (this.kind !== close) {
      if (kwarg) this.fail('a parameter behind **');
      if (this.kind === T.SLASH) {
        if (star || posonlyargs.length > 0 || args.length === 0) this.fail('a / that does not belong here');
        this.next();
        posonlyargs = args;
        args = [];
      } else if (this.kind === T.STAR) {
        if (star) this.fail('a second *');
        this.next();
        star = true;
        if (this.kind === T.NAME) vararg = this.parameter(close);
        else if (this.kind !== T.COMMA) this.fail('a parameter is missing');
      } else if (this.accept(T.DOUBLE_STAR)) kwarg = this.parameter(close);
      else {
        const parameter = this.parameter(close);
        const value = this.accept(T.EQUAL) ? this.test() : null;
        if (star) {
          kwonlyargs.push(parameter);
          kw_defaults.push(value);
        } else {
          args.push(parameter);
          if (value) defaults.push(value);
          else if (defaults.length > 0) this.fail('a parameter without a default behind one with');
        }
      }
      if (this.kind !== close) this.expect(T.COMMA);
    }
    if (star && !vararg && kwonlyargs.length === 0) this.fail('nothing behind *');
    return { nodeType: 'Arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } as unknown as Node;
  }

  private parameter(close: number): Node {
    const { line, column } = this;
    const arg = this.nameText();
    const annotation = close === T.PAREN_CLOSE && this.accept(T.COLON) ? this.testOrStarred() : undefined;
    return {
      nodeType: 'Arg',
      arg,
      annotation,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  protected embedded(text: string, line: number, column: number): Node {
    const inner = new ExpressionParser(text, this.ascii, { offset: 0, line, column, indent: 0, inside: true });
    inner.next();
    const expression = inner.testList();
    if (inner.kind !== T.EOF) this.fail('more than an expression');
    return expression;
  }
}
