/** The inside of an f-string: text and `{expression!r:format}` fields (Python reference 2.4.3). */
import type { Node } from '../syntax.ts';
import { NotParsed } from './lexer.ts';
import { decodeEscapes } from './strings.ts';

interface Point {
  readonly line: number;
  readonly column: number;
}

/** Parses the expression of a field; `at` is where its text starts. */
type ParseExpression = (text: string, at: Point) => Node;

/** The values of the JoinedStr node for the text between the quotes. Throws NotParsed. */
export function formattedParts(content: string, start: Point, raw: boolean, parse: ParseExpression): Node[] {
  const values: Node[] = [];
  let literalStart = 0;
  let point = start;
  const flush = (end: number) => {
    if (end <= literalStart) return;
    const text = content.slice(literalStart, end);
    const from = point;
    point = after(point, text);
    const value = (raw ? text : decodeEscapes(text, false)).replaceAll('{{', '{').replaceAll('}}', '}');
    if (value === '') return;
    addPart(values, {
      nodeType: 'Constant',
      value,
      lineno: from.line,
      col_offset: from.column,
      end_lineno: point.line,
      end_col_offset: point.column,
    });
  };
  let at = 0;
  while (at < content.length) {
    const c = content[at]!;
    if (c === '\\' && !raw && content.startsWith('N{', at + 1)) {
      const end = content.indexOf('}', at);
      at = end < 0 ? content.length : end + 1;
    } else if ((c === '{' || c === '}') && content[at + 1] === c) at += 2;
    else if (c === '{') {
      flush(at);
      const end = endOfField(content, at + 1);
      const from = point;
      point = after(point, content.slice(at, end));
      for (const value of field(content.slice(at + 1, end - 1), from, point, raw, parse)) addPart(values, value);
      at = end;
      literalStart = end;
    } else at++;
  }
  flush(content.length);
  return values;
}

/** Adds a part of an f-string; text next to text becomes one. */
export function addPart(values: Node[], part: Node): void {
  const last = values.at(-1);
  if (last?.nodeType === 'Constant' && part.nodeType === 'Constant') {
    values[values.length - 1] = {
      ...last,
      value: last.value + part.value,
      end_lineno: part.end_lineno!,
      end_col_offset: part.end_col_offset!,
    };
  } else values.push(part);
}

/** Behind the brace that closes a field; `at` is behind the one that opens it. */
function endOfField(content: string, from: number): number {
  let depth = 1;
  for (let at = from; at < content.length; at++) {
    const c = content[at]!;
    if (c === '"' || c === "'") at = endOfString(content, at);
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return at + 1;
  }
  throw new NotParsed('a field of an f-string that does not end');
}

function endOfString(content: string, from: number): number {
  for (let at = from + 1; at < content.length; at++) {
    if (content[at] === '\\') at++;
    else if (content[at] === content[from]) return at;
  }
  throw new NotParsed('a string inside an f-string that does not end');
}

/** The text of a field, cut into its parts; `marker` is where the conversion or the format starts. */
function split(text: string): { marker: number; conversion: number; format: number } {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (c === '"' || c === "'") at = endOfString(text, at);
    else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (depth > 0) continue;
    else if (c === '!' && /^[rsa](?::|$)/.test(text.slice(at + 1, at + 3))) {
      return { marker: at, conversion: text.charCodeAt(at + 1), format: text[at + 2] === ':' ? at + 2 : -1 };
    } else if (c === ':') return { marker: at, conversion: -1, format: at };
  }
  return { marker: text.length, conversion: -1, format: -1 };
}

function field(text: string, open: Point, close: Point, raw: boolean, parse: ParseExpression): Node[] {
  const parts = split(text);
  const inside = { line: open.line, column: open.column + 1 };
  let expression = text.slice(0, parts.marker);
  let { conversion } = parts;
  // `{x=}` shows the text of the expression too.
  const shown = /[^=!<>:]=\s*$/.test(expression) ? expression : null;
  if (shown !== null) {
    expression = expression.slice(0, expression.lastIndexOf('='));
    if (conversion === -1 && parts.format < 0) conversion = 114;
  }
  const trimmed = expression.trim();
  const leading = expression.length - expression.trimStart().length;
  const value = parse(trimmed, after(inside, expression.slice(0, leading)));
  let formatSpec: Node | undefined;
  if (parts.format >= 0) {
    const colon = after(inside, text.slice(0, parts.format));
    formatSpec = {
      nodeType: 'JoinedStr',
      values: formattedParts(text.slice(parts.format + 1), { line: colon.line, column: colon.column + 1 }, raw, parse),
      lineno: colon.line,
      col_offset: colon.column,
      end_lineno: close.line,
      end_col_offset: close.column - 1,
    };
  }
  const node: Node = {
    nodeType: 'FormattedValue',
    value,
    conversion,
    format_spec: formatSpec,
    lineno: open.line,
    col_offset: open.column,
    end_lineno: close.line,
    end_col_offset: close.column,
  };
  if (shown === null) return [node];
  const end = after(inside, shown);
  const label: Node = {
    nodeType: 'Constant',
    value: shown,
    lineno: inside.line,
    col_offset: inside.column,
    end_lineno: end.line,
    end_col_offset: end.column,
  };
  return [label, node];
}

/** The point behind a text that starts at a point. */
function after(point: Point, text: string): Point {
  const newline = text.lastIndexOf('\n');
  if (newline < 0) return { line: point.line, column: point.column + Buffer.byteLength(text) };
  return { line: point.line + text.split('\n').length - 1, column: Buffer.byteLength(text.slice(newline + 1)) };
}
