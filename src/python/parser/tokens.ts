/** The kinds of tokens as small numbers, and what follows from a kind: keywords, precedence, operator names. */

export const EOF = 0;
export const NEWLINE = 1;
export const INDENT = 2;
export const DEDENT = 3;
export const NAME = 4;
export const NUMBER = 5;
export const STRING = 6;

const KEYWORD_NAMES =
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield'.split(
    ' ',
  );
const FIRST_KEYWORD = 10;
/** Text of a keyword -> its kind. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map(KEYWORD_NAMES.map((name, i) => [name, FIRST_KEYWORD + i]));
const keyword = (name: string) => KEYWORDS.get(name)!;

export const AND = keyword('and');
export const AS = keyword('as');
export const ASSERT = keyword('assert');
export const ASYNC = keyword('async');
export const AWAIT = keyword('await');
export const BREAK = keyword('break');
export const CLASS = keyword('class');
export const CONTINUE = keyword('continue');
export const DEF = keyword('def');
export const DEL = keyword('del');
export const ELIF = keyword('elif');
export const ELSE = keyword('else');
export const EXCEPT = keyword('except');
export const FALSE = keyword('False');
export const FINALLY = keyword('finally');
export const FOR = keyword('for');
export const FROM = keyword('from');
export const GLOBAL = keyword('global');
export const IF = keyword('if');
export const IMPORT = keyword('import');
export const IN = keyword('in');
export const IS = keyword('is');
export const LAMBDA = keyword('lambda');
export const NONE = keyword('None');
export const NONLOCAL = keyword('nonlocal');
export const NOT = keyword('not');
export const OR = keyword('or');
export const PASS = keyword('pass');
export const RAISE = keyword('raise');
export const RETURN = keyword('return');
export const TRUE = keyword('True');
export const TRY = keyword('try');
export const WHILE = keyword('while');
export const WITH = keyword('with');
export const YIELD = keyword('yield');

const OPERATOR_TEXTS = '( ) [ ] { } , : . ; = -> := ... ~ == != < > <= >= | ^ & << >> + - * / // % @ **'.split(' ');
const FIRST_OPERATOR = 60;
const operator = (text: string) => FIRST_OPERATOR + OPERATOR_TEXTS.indexOf(text);

export const PAREN_OPEN = operator('(');
export const PAREN_CLOSE = operator(')');
export const BRACKET_OPEN = operator('[');
export const BRACKET_CLOSE = operator(']');
export const BRACE_OPEN = operator('{');
export const BRACE_CLOSE = operator('}');
export const COMMA = operator(',');
export const COLON = operator(':');
export const DOT = operator('.');
export const SEMICOLON = operator(';');
export const EQUAL = operator('=');
export const ARROW = operator('->');
export const WALRUS = operator(':=');
export const ELLIPSIS = operator('...');
export const TILDE = operator('~');
export const EQ = operator('==');
export const NOT_EQ = operator('!=');
export const LESS = operator('<');
export const GREATER = operator('>');
export const LESS_EQ = operator('<=');
export const GREATER_EQ = operator('>=');
export const BIT_OR = operator('|');
export const BIT_XOR = operator('^');
export const BIT_AND = operator('&');
export const SHIFT_LEFT = operator('<<');
export const SHIFT_RIGHT = operator('>>');
export const PLUS = operator('+');
export const MINUS = operator('-');
export const STAR = operator('*');
export const SLASH = operator('/');
export const DOUBLE_SLASH = operator('//');
export const PERCENT = operator('%');
export const AT = operator('@');
export const DOUBLE_STAR = operator('**');
/** An augmented assignment (`+=`); the operator before the `=` is `augmented` of the lexer. */
export const AUGMENTED = FIRST_OPERATOR + OPERATOR_TEXTS.length;
const KINDS = AUGMENTED + 1;

/** A node without fields: every use of an operator shares one. */
export interface OperatorNode {
  readonly nodeType: string;
}

function table(...rows: readonly (readonly [number, string])[]): readonly (OperatorNode | undefined)[] {
  const out: (OperatorNode | undefined)[] = new Array(KINDS).fill(undefined);
  for (const [kind, nodeType] of rows) out[kind] = { nodeType };
  return out;
}

/** Binary operators by kind. */
export const BINARY = table(
  [BIT_OR, 'BitOr'],
  [BIT_XOR, 'BitXor'],
  [BIT_AND, 'BitAnd'],
  [SHIFT_LEFT, 'LShift'],
  [SHIFT_RIGHT, 'RShift'],
  [PLUS, 'Add'],
  [MINUS, 'Sub'],
  [STAR, 'Mult'],
  [SLASH, 'Div'],
  [DOUBLE_SLASH, 'FloorDiv'],
  [PERCENT, 'Mod'],
  [AT, 'MatMult'],
  [DOUBLE_STAR, 'Pow'],
);

/** Comparisons of one token by kind; `is`, `not in`, `is not` are put together by the parser. */
export const COMPARISON = table(
  [EQ, 'Eq'],
  [NOT_EQ, 'NotEq'],
  [LESS, 'Lt'],
  [GREATER, 'Gt'],
  [LESS_EQ, 'LtE'],
  [GREATER_EQ, 'GtE'],
  [IN, 'In'],
  [IS, 'Is'],
);

/** How tightly the left-associative binary operators bind (Python reference 6.17); 0 for everything else. */
export const PRECEDENCE: Uint8Array = new Uint8Array(KINDS);
for (const [level, kinds] of [
  [1, [BIT_OR]],
  [2, [BIT_XOR]],
  [3, [BIT_AND]],
  [4, [SHIFT_LEFT, SHIFT_RIGHT]],
  [5, [PLUS, MINUS]],
  [6, [STAR, SLASH, DOUBLE_SLASH, PERCENT, AT]],
] as const)
  for (const kind of kinds) PRECEDENCE[kind] = level;
