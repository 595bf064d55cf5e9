/** Statements: Python reference, chapters 7 and 8. Bodies of functions can be left out and parsed later. */
import type { BlankedBody, Node } from '../syntax.ts';
import { ExpressionParser } from './expressions.ts';
import type { Start } from './lexer.ts';
import * as T from './tokens.ts';

const GLOBAL_WORDS = new Map([
  [T.GLOBAL, 'Global'],
  [T.NONLOCAL, 'Nonlocal'],
]);

export class StatementParser extends ExpressionParser {
  /** @param outline true to leave out the bodies of functions */
  constructor(
    source: string,
    ascii: boolean,
    private readonly outline: boolean,
    from?: Start,
  ) {
    super(source, ascii, from);
  }

  /** All statements to the end of the text, or of the block that `from` names. */
  statements(): Node[] {
    const body: Node[] = [];
    this.next();
    while (this.kind !== T.EOF) {
      if (this.kind === T.NEWLINE) this.next();
      else this.statement(body);
    }
    return body;
  }

  private statement(into: Node[]): void {
    switch (this.kind) {
      case T.DEF:
        into.push(this.functionDef('FunctionDef', [], this.line, this.column));
        return;
      case T.CLASS:
        into.push(this.classDef([]));
        return;
      case T.IF:
        into.push(this.ifStatement());
        return;
      case T.FOR:
        into.push(this.forStatement('For', this.line, this.column));
        return;
      case T.TRY:
        into.push(this.tryStatement());
        return;
      case T.WITH:
        into.push(this.withStatement('With', this.line, this.column));
        return;
      case T.AT:
        into.push(this.decorated());
        return;
      case T.WHILE:
        into.push(this.whileStatement());
        return;
      case T.ASYNC:
        into.push(this.asyncStatement());
        return;
      default:
        this.simpleStatements(into);
    }
  }

  private simpleStatements(into: Node[]): void {
    into.push(this.simpleStatement());
    while (this.accept(T.SEMICOLON)) {
      if (this.kind === T.NEWLINE) break;
      into.push(this.simpleStatement());
    }
    this.expect(T.NEWLINE);
  }

  private simpleStatement(): Node {
    const { line, column } = this;
    switch (this.kind) {
      case T.PASS:
      case T.BREAK:
      case T.CONTINUE: {
        const nodeType = this.kind === T.PASS ? 'Pass' : this.kind === T.BREAK ? 'Break' : 'Continue';
        this.next();
        return { nodeType, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
      }
      case T.RETURN: {
        this.next();
        const value = this.kind === T.NEWLINE || this.kind === T.SEMICOLON ? undefined : this.testList();
        return { nodeType: 'Return', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
      }
      case T.IMPORT:
        return this.importStatement();
      case T.FROM:
        return this.importFrom();
      case T.RAISE: {
        this.next();
        const exc = this.kind === T.NEWLINE || this.kind === T.SEMICOLON ? undefined : this.test();
        const cause = exc && this.accept(T.FROM) ? this.test() : undefined;
        return {
          nodeType: 'Raise',
          exc,
          cause,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        };
      }
      case T.ASSERT: {
        this.next();
        const test = this.test();
        const msg = this.accept(T.COMMA) ? this.test() : undefined;
        return {
          nodeType: 'Assert',
          test,
          msg,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        };
      }
      case T.DEL: {
        this.next();
        const targets: Node[] = [];
        do targets.push(this.binary(1));
        while (this.accept(T.COMMA));
        for (const target of targets) this.checkTarget(target);
        return {
          nodeType: 'Delete',
          targets,
          lineno: line,
          col_offset: column,
          end_lineno: this.lastLine,
          end_col_offset: this.lastColumn,
        };
      }
      case T.GLOBAL:
      case T.NONLOCAL: {
        const nodeType = GLOBAL_WORDS.get(this.kind)!;
        const names: string[] = [];
        do {
          this.next();
          names.push(this.nameText());
        } while (this.kind === T.COMMA);
        return { nodeType, names, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
      }
      default:
        return this.expressionStatement();
    }
  }

  /** An expression alone, or an assignment of one of the three kinds. */
  private expressionStatement(): Node {
    const { line, column } = this;
    let value = this.testList();
    if (this.kind === T.EQUAL) {
      const targets: Node[] = [];
      while (this.accept(T.EQUAL)) {
        this.checkTarget(value);
        targets.push(value);
        value = this.testList();
      }
      return {
        nodeType: 'Assign',
        targets,
        value,
        lineno: line,
        col_offset: column,
        end_lineno: this.lastLine,
        end_col_offset: this.lastColumn,
      };
    }
    if (this.kind === T.AUGMENTED) {
      this.checkSingleTarget(value);
      const op = T.BINARY[this.augmented];
      this.next();
      const target = value;
      value = this.testList();
      return {
        nodeType: 'AugAssign',
        target,
        op,
        value,
        lineno: line,
        col_offset: column,
        end_lineno: this.lastLine,
        end_col_offset: this.lastColumn,
      };
    }
    if (this.kind === T.COLON) {
      this.checkSingleTarget(value);
      this.next();
      const annotation = this.test();
      const assigned = this.accept(T.EQUAL) ? this.testList() : undefined;
      return {
        nodeType: 'AnnAssign',
        target: value,
        annotation,
        value: assigned,
        lineno: line,
        col_offset: column,
        end_lineno: this.lastLine,
        end_col_offset: this.lastColumn,
      };
    }
    return { nodeType: 'Expr', value, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  private checkTarget(target: Node): void {
    if (target.nodeType === 'Starred') this.checkTarget(target.value);
    else if (target.nodeType === 'Tuple' || target.nodeType === 'List') for (const part of target.elts as Node[]) this.checkTarget(part);
    else this.checkSingleTarget(target);
  }

  private checkSingleTarget({ nodeType }: Node): void {
    if (nodeType !== 'Name' && nodeType !== 'Attribute' && nodeType !== 'Subscript') this.fail('something that cannot be assigned to');
  }

  private importStatement(): Node {
    const { line, column } = this;
    const names: Node[] = [];
    do {
      this.next();
      const { line: nameLine, column: nameColumn } = this;
      names.push(this.alias(this.dottedName(), nameLine, nameColumn));
    } while (this.kind === T.COMMA);
    return { nodeType: 'Import', names, lineno: line, col_offset: column, end_lineno: this.lastLine, end_col_offset: this.lastColumn };
  }

  private dottedName(): string {
    let name = this.nameText();
    while (this.accept(T.DOT)) name += `.${this.nameText()}`;
    return name;
  }

  private alias(name: string, line: number, column: number): Node {
    const asname = this.accept(T.AS) ? this.nameText() : undefined;
    return {
      nodeType: 'Alias',
      name,
      asname,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private importFrom(): Node {
    const { line, column } = this;
    this.next();
    let level = 0;
    for (; this.kind === T.DOT || this.kind === T.ELLIPSIS; this.next()) level += this.kind === T.DOT ? 1 : 3;
    const module = this.kind === T.NAME ? this.dottedName() : undefined;
    if (module === undefined && level === 0) this.fail('a module is missing');
    this.expect(T.IMPORT);
    const names: Node[] = [];
    if (this.kind === T.STAR) {
      const { line: starLine, column: starColumn } = this;
      this.next();
      names.push(this.alias('*', starLine, starColumn));
    } else {
      const bracket = this.accept(T.PAREN_OPEN);
      do {
        if (bracket && this.kind === T.PAREN_CLOSE) break;
        const { line: nameLine, column: nameColumn } = this;
        names.push(this.alias(this.nameText(), nameLine, nameColumn));
      } while (this.accept(T.COMMA));
      if (names.length === 0) this.fail('a name is missing');
      if (bracket) this.expect(T.PAREN_CLOSE);
    }
    return {
      nodeType: 'ImportFrom',
      module,
      names,
      level,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  /** The statements behind a colon: an indented block, or the rest of the line. */
  private suite(): Node[] {
    this.expect(T.COLON);
    const body: Node[] = [];
    if (this.kind !== T.NEWLINE) {
      this.simpleStatements(body);
      return body;
    }
    while (this.kind === T.NEWLINE) this.next();
    this.expect(T.INDENT);
    while (this.kind !== T.DEDENT) {
      if (this.kind === T.EOF) this.fail('a block that does not end');
      if (this.kind === T.NEWLINE) this.next();
      else this.statement(body);
    }
    this.next();
    return body;
  }

  private decorated(): Node {
    const decorators: Node[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.test());
      this.expect(T.NEWLINE);
    }
    const { line, column } = this;
    if (this.kind === T.CLASS) return this.classDef(decorators);
    if (this.kind === T.DEF) return this.functionDef('FunctionDef', decorators, line, column);
    this.expect(T.ASYNC);
    if (this.kind !== T.DEF) this.fail('a decorator without a function');
    return this.functionDef('AsyncFunctionDef', decorators, line, column);
  }

  private asyncStatement(): Node {
    const { line, column } = this;
    this.next();
    if (this.kind === T.DEF) return this.functionDef('AsyncFunctionDef', [], line, column);
    if (this.kind === T.FOR) return this.forStatement('AsyncFor', line, column);
    if (this.kind === T.WITH) return this.withStatement('AsyncWith', line, column);
    return this.fail('async before something else');
  }

  private functionDef(nodeType: string, decorators: Node[], line: number, column: number): Node {
    this.next();
    const name = this.nameText();
    this.expect(T.PAREN_OPEN);
    const args = this.parameters(T.PAREN_CLOSE);
    this.expect(T.PAREN_CLOSE);
    const returns = this.accept(T.ARROW) ? this.test() : undefined;
    if (this.kind !== T.COLON) this.fail('a colon is missing');
    let body: Node[] = [];
    let blanked: BlankedBody | undefined;
    if (this.outline && this.endsLine()) {
      this.next();
      const { offset, line: startLine, column: startColumn, indent, lastLine } = this.skipBlock();
      blanked = { offset, startLine, endLine: lastLine, column: startColumn, indent, ascii: this.ascii };
    } else body = this.suite();
    return {
      nodeType,
      name,
      args,
      body,
      decorator_list: decorators,
      returns,
      blanked,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private classDef(decorators: Node[]): Node {
    const { line, column } = this;
    this.next();
    const name = this.nameText();
    let bases: Node[] = [];
    let keywords: Node[] = [];
    if (this.kind === T.PAREN_OPEN) {
      const { line: openLine, column: openColumn } = this;
      this.next();
      ({ args: bases, keywords } = this.callArguments(openLine, openColumn));
    }
    const body = this.suite();
    return {
      nodeType: 'ClassDef',
      name,
      bases,
      keywords,
      body,
      decorator_list: decorators,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private ifStatement(): Node {
    const { line, column } = this;
    this.next();
    const test = this.test();
    const body = this.suite();
    const orelse = this.kind === T.ELIF ? [this.ifStatement()] : this.accept(T.ELSE) ? this.suite() : [];
    return {
      nodeType: 'If',
      test,
      body,
      orelse,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private whileStatement(): Node {
    const { line, column } = this;
    this.next();
    const test = this.test();
    const body = this.suite();
    const orelse = this.accept(T.ELSE) ? this.suite() : [];
    return {
      nodeType: 'While',
      test,
      body,
      orelse,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private forStatement(nodeType: string, line: number, column: number): Node {
    this.next();
    const target = this.targetList();
    this.checkTarget(target);
    this.expect(T.IN);
    const iter = this.testList();
    const body = this.suite();
    const orelse = this.accept(T.ELSE) ? this.suite() : [];
    return {
      nodeType,
      target,
      iter,
      body,
      orelse,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private tryStatement(): Node {
    const { line, column } = this;
    this.next();
    const body = this.suite();
    const handlers: Node[] = [];
    while (this.kind === T.EXCEPT) handlers.push(this.handler());
    const orelse = this.accept(T.ELSE) ? this.suite() : [];
    const finalbody = this.accept(T.FINALLY) ? this.suite() : [];
    if (handlers.length === 0 && finalbody.length === 0) this.fail('a try without except and finally');
    return {
      nodeType: 'Try',
      body,
      handlers,
      orelse,
      finalbody,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private handler(): Node {
    const { line, column } = this;
    this.next();
    const type = this.kind === T.COLON ? undefined : this.test();
    const name = type && this.accept(T.AS) ? this.nameText() : undefined;
    const body = this.suite();
    return {
      nodeType: 'ExceptHandler',
      type,
      name,
      body,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }

  private withStatement(nodeType: string, line: number, column: number): Node {
    this.next();
    const items: Node[] = [];
    // Brackets around the items, not around the first expression: the colon follows them.
    const bracket = this.kind === T.PAREN_OPEN && this.characterAfterBrackets() === 58;
    if (bracket) this.next();
    do {
      if (bracket && this.kind === T.PAREN_CLOSE) break;
      const context = this.test();
      let vars: Node | undefined;
      if (this.accept(T.AS)) {
        vars = this.binary(1);
        this.checkTarget(vars);
      }
      items.push({ nodeType: 'WithItem', context_expr: context, optional_vars: vars } as unknown as Node);
    } while (this.accept(T.COMMA));
    if (bracket) this.expect(T.PAREN_CLOSE);
    const body = this.suite();
    return {
      nodeType,
      items,
      body,
      lineno: line,
      col_offset: column,
      end_lineno: this.lastLine,
      end_col_offset: this.lastColumn,
    };
  }
}
