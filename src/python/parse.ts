/** The adapter to the parser: text -> syntax tree with positions, function bodies on demand. */
import { createRequire } from 'node:module';
import type { Place } from '../model/place.ts';
import { NotParsed } from './parser/lexer.ts';
import { StatementParser } from './parser/statements.ts';
import type { BlankedBody, Node, ParsedModule, Site, Unit } from './syntax.ts';

/** A module that is not Python; `place` is where the parser gave up. */
export class PythonSyntaxError extends Error {
  override readonly name = 'PythonSyntaxError';
  constructor(
    message: string,
    readonly place: Place,
  ) {
    super(message);
  }
}

/** Parses the outline of a module; function bodies are parsed by `parseBody`. Throws PythonSyntaxError. */
export function parseModule(source: string, file: string, module: string, own = true): ParsedModule {
  const unit: Unit = { file, source: normalised(source), lineOffset: 0, module, own };
  return { unit, body: statementsOf(unit, true) };
}

/** Parses a body that was left out; `unit` is the one of its module. Throws PythonSyntaxError. */
export function parseBody(unit: Unit, body: BlankedBody): { unit: Unit; body: readonly Node[] } {
  const parsed = attempt(() => new StatementParser(unit.source, body.ascii, false, { ...body, line: body.startLine }).statements());
  if (parsed) return { unit, body: parsed };
  const lines = linesOf(unit);
  const text = `if 1:\n${lines.slice(body.startLine - 1, body.endLine).join('\n')}\n`;
  // The unit's line offset makes up for the wrapper line.
  const inner: Unit = { ...unit, lineOffset: body.startLine - 2 };
  return { unit: inner, body: parseByReference(text, inner)[0]!.body as Node[] };
}

/** The whole tree of a unit, function bodies included. Throws PythonSyntaxError. */
export function parseWhole(unit: Unit): readonly Node[] {
  return statementsOf(unit, false);
}

/** Without a byte order mark, every line ended by a newline alone. */
function normalised(source: string): string {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function statementsOf(unit: Unit, outline: boolean): readonly Node[] {
  const { source } = unit;
  const ascii = !/[^\x00-\x7f]/.test(source);
  return attempt(() => new StatementParser(source, ascii, outline).statements()) ?? parseByReference(source, unit);
}

/** What our parser makes of a text; null when it leaves it to the reference: not Python, or a rare construct. */
function attempt(parse: () => Node[]): Node[] | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof NotParsed || error instanceof RangeError) return null;
    throw error;
  }
}

const lineCache = new WeakMap<Unit, readonly string[]>();
const linesBySource = new Map<string, readonly string[]>();

/** The lines of the whole file of a unit. */
export function linesOf(unit: Unit): readonly string[] {
  let lines = lineCache.get(unit);
  if (!lines) {
    lines = linesBySource.get(unit.source);
    if (!lines) {
      lines = unit.source.split(/\r\n|\n|\r/);
      if (linesBySource.size > 64) linesBySource.clear();
      linesBySource.set(unit.source, lines);
    }
    lineCache.set(unit, lines);
  }
  return lines;
}

/** The reference parser says what is wrong with a text, and reads what ours does not know (`match`, type parameters, complex numbers). */
function parseByReference(text: string, unit: Unit): readonly Node[] {
  // Loaded when it is needed: most runs never do.
  reference ??= (createRequire(import.meta.url)('py-ast') as { parse: (text: string) => unknown }).parse;
  try {
    return (reference(text) as { body: Node[] }).body;
  } catch (error) {
    const at = error as { lineno?: number; message?: string };
    const message = String(at.message ?? error)
      .replace(/ at line \d+.*$/s, '')
      .split('\n')[0]!;
    const line = (typeof at.lineno === 'number' ? at.lineno : 1) + unit.lineOffset;
    throw new PythonSyntaxError(message, { file: unit.file, line: Math.max(1, line) });
  }
}
let reference: ((text: string) => unknown) | undefined;

/** Bytes of UTF-8 -> code points, for one line. */
function codePoints(line: string, bytes: number): number {
  let seen = 0;
  let points = 0;
  for (const char of line) {
    if (seen >= bytes) break;
    const code = char.codePointAt(0)!;
    seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    points++;
  }
  return points;
}

/** The place of a node: 1-based lines and columns in code points. */
export function placeOf(site: Site): Place {
  const { unit, node } = site;
  const lines = linesOf(unit);
  const line = node.lineno + unit.lineOffset;
  const column = codePoints(lines[line - 1] ?? '', node.col_offset) + 1;
  if (node.end_lineno === undefined || node.end_col_offset === undefined) return { file: unit.file, line, column };
  const endLine = node.end_lineno + unit.lineOffset;
  const endColumn = codePoints(lines[endLine - 1] ?? '', node.end_col_offset) + 1;
  return { file: unit.file, line, column, endLine, endColumn };
}
