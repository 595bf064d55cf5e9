/** One answer of the server as the witness reads it: status, headers, decoded body, JSON value where there is one. */
import type { HeaderList, WireAnswer } from './transport.ts';

export type BodyKind = 'empty' | 'json' | 'html' | 'text' | 'binary';

export interface Answer {
  /** Id of the exchange, `x17`. */
  readonly exchange: string;
  readonly method: string;
  /** Origin-relative path that was asked, with the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: HeaderList;
  readonly kind: BodyKind;
  /** Decoded text; invalid UTF-8 is replaced. */
  readonly text: string;
  /** Parsed JSON for kind `json`, also for one that was cut at the size limit. */
  readonly json: unknown;
  readonly truncated: boolean;
  /** The code with which a WebSocket was closed as soon as it was open. */
  readonly closed?: number;
}

/** The first value of a header, or null. */
export function headerOf(answer: Pick<Answer, 'headers'>, name: string): string | null {
  const lower = name.toLowerCase();
  return answer.headers.find(([key]) => key.toLowerCase() === lower)?.[1] ?? null;
}

/** Deepest JSON that is parsed as JSON; deeper nesting is hostile and taken as text. */
const MAX_DEPTH = 100;

/** Decodes what came over the wire; never throws, whatever the server sent. */
export function decodeAnswer(exchange: string, method: string, path: string, wire: WireAnswer): Answer {
  const type = (wire.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '').toLowerCase();
  const text = wire.body.toString('utf8');
  const { status, headers, truncated, closed } = wire;
  const base = { exchange, method, path, status, headers, text, truncated, ...(closed === undefined ? {} : { closed }) };
  if (wire.body.length === 0) return { ...base, kind: 'empty', json: undefined };
  const start = text.trimStart().slice(0, 1);
  if (type.includes('json') || (type === '' && (start === '{' || start === '['))) {
    const json = parseJson(text, wire.truncated);
    if (json !== undefined) return { ...base, kind: 'json', json };
  }
  if (type.includes('html') || /^\s*<(!doctype|html)\b/i.test(text.slice(0, 200))) return { ...base, kind: 'html', json: undefined };
  const textual = /^text\/|xml|javascript|yaml|csv/.test(type) || type === '' || type.includes('json');
  return { ...base, kind: textual && !text.includes('\u0000') ? 'text' : 'binary', json: undefined };
}

function parseJson(text: string, cut: boolean): unknown {
  const source = cut ? closeCutJson(text) : text;
  if (source === null || tooDeep(source)) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** Makes the beginning of a JSON text whole again: cuts after the last complete element and closes what is open. */
function closeCutJson(text: string): string | null {
  const open: string[] = [];
  let inString = false;
  let cutAt = -1;
  let closers = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
      continue;
    }
    if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      if (open.length > MAX_DEPTH) return null;
    } else if (character === '}' || character === ']') open.pop();
    else if (character === ',' && open.length > 0) {
      cutAt = at;
      closers = open.slice().reverse().join('');
    }
  }
  return cutAt < 0 ? null : text.slice(0, cutAt) + closers;
}
