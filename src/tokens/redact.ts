/** Takes secrets out of text at the moment it is captured, so that nothing later can print them. */
import { createHash } from 'node:crypto';
import { jwtFacts } from './inspect.ts';

/** Shortest piece of a known secret that is recognised inside other text. */
const PIECE = 10;
/** Opaque words of this length are taken for credentials when they mix letters and digits. */
const OPAQUE_LENGTH = 24;
/** Longest text that is looked at; callers cut before. */
const MAX_TEXT = 1024 * 1024;

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g;
const JWT_LIKE = /eyJ[A-Za-z0-9_-]{7,}(?:\.[A-Za-z0-9_-]*){0,4}/g;
const OPAQUE = new RegExp(`[A-Za-z0-9_+~-]{${OPAQUE_LENGTH},}={0,2}`, 'g');
/** Keys whose value is secret whatever it looks like, in JSON, in Python's repr, in forms and in query strings. */
const SECRET_KEY = '[A-Za-z_-]{0,30}(?:passw(?:or)?d|passwd|secret|token|api[_-]?key|sessionid|csrf[a-z_-]{0,20}|otp|credential|signature)';
const QUOTED_VALUE = new RegExp(`(["']${SECRET_KEY}["']\\s*:\\s*)(["'])((?:(?!\\2)[^\\\\\\n]|\\\\.){1,4000})\\2`, 'gi');
const QUOTED_ACCESS = /(["'](?:access|refresh|jwt|bearer)["']\s*:\s*)(["'])([^"'\n]{8,4000})\2/gi;
const PAIR_VALUE = new RegExp(`((?:^|[?&;\\s])(?:${SECRET_KEY}|access|refresh|jwt|code|state|key)=)([^&;\\s"'<>]{1,4000})`, 'gi');
const AUTHORIZATION = /\b(Bearer|Basic|Token|JWT)(\s+)([A-Za-z0-9._~+/=-]{12,})/g;
const MARKER = /‹[^‹›]{0,60}›/g;

/**
 * The mark that stands for a credential: `‹tok:1a2b3c4d,231,HS256›` (first 8 hex digits of its SHA-256, length,
 * algorithm or `opaque`). Equal marks are equal credentials; the value cannot be got back from it.
 */
export function tokenMark(token: string): string {
  const hash = createHash('sha256').update(token).digest('hex').slice(0, 8);
  return `‹tok:${hash},${token.length},${jwtFacts(token)?.alg ?? 'opaque'}›`;
}

/**
 * Redacts text: every known secret in each spelling that servers echo (plain, URL-encoded, JSON- and HTML-escaped,
 * base64) and each longer piece of one, then whatever looks like a credential or an e-mail address.
 * @param text at most 1 MB; more is cut
 * @param secrets values that must not remain; ones shorter than four characters are left to the patterns
 */
export function redact(text: string, secrets: readonly string[]): string {
  let out = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length < 4) continue;
    const { mark, spellings, pieces } = faceOf(secret);
    for (const spelling of spellings) if (out.includes(spelling)) out = out.split(spelling).join(mark);
    out = redactPieces(out, pieces);
  }
  return outsideMarks(out, redactPatterns);
}

/** Redacts one header value; cookies keep their names and attributes. */
export function redactHeader(name: string, value: string, secrets: readonly string[]): string {
  const lower = name.toLowerCase();
  if (lower === 'set-cookie' || lower === 'set-cookie2') {
    const [pair = '', ...attributes] = value.split(';');
    return [`${cookieName(pair)}=‹cookie›`, ...attributes.map((part) => redact(part, secrets))].join(';');
  }
  if (lower === 'cookie') {
    return value
      .split(';')
      .map((pair) => `${cookieName(pair)}=‹cookie›`)
      .join('; ');
  }
  if (lower === 'authorization' || lower === 'proxy-authorization') {
    const match = /^([A-Za-z][A-Za-z0-9_-]{0,20})(\s+)(.+)$/.exec(value);
    if (match) return `${match[1]}${match[2]}${match[3]!.trim().length < 8 ? redact(match[3]!, secrets) : tokenMark(match[3]!)}`;
    return value.length < 8 ? redact(value, secrets) : tokenMark(value);
  }
  return redact(value, secrets);
}

function cookieName(pair: string): string {
  const name = pair.split('=', 1)[0]!.trim();
  return /^[A-Za-z0-9_.-]{1,40}$/.test(name) ? name : 'cookie';
}

/** A mark is never redacted again: its hash would look like a credential. */
function outsideMarks(text: string, change: (part: string) => string): string {
  let out = '';
  let from = 0;
  for (const match of text.matchAll(MARKER)) {
    out += change(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return out + change(text.slice(from));
}

function redactPatterns(text: string): string {
  const steps: [RegExp, (...match: string[]) => string][] = [
    [QUOTED_VALUE, (_all, before, quote) => `${before}${quote}‹secret›${quote}`],
    [QUOTED_ACCESS, (_all, before, quote) => `${before}${quote}‹secret›${quote}`],
    [PAIR_VALUE, (_all, before) => `${before}‹secret›`],
    [JWT_LIKE, (token) => tokenMark(token!)],
    [AUTHORIZATION, (_all, word, space, token) => `${word}${space}${tokenMark(token!)}`],
    [OPAQUE, (word) => (looksOpaque(word!) ? tokenMark(word!) : word!)],
    [EMAIL, () => '‹email›'],
  ];
  let out = text;
  for (const [pattern, replace] of steps) out = outsideMarks(out, (part) => part.replace(pattern, replace as never));
  return out;
}

/** Long words of one kind are class names or sentences in snake case; credentials mix. UUIDs are identifiers, not credentials. */
function looksOpaque(word: string): boolean {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word)) return false;
  const digits = (word.match(/[0-9]/g) ?? []).length;
  const letters = (word.match(/[A-Za-z]/g) ?? []).length;
  return digits >= 3 && letters >= 3;
}

/** How a secret shows itself in text. */
interface Face {
  readonly mark: string;
  readonly spellings: readonly string[];
  /** All runs of its characters of the shortest recognised length, in lower case. */
  readonly pieces: ReadonlySet<string>;
}

/** A run looks for the same secrets in every header of every request. */
const faces = new Map<string, Face>();
const MOST_FACES = 1000;

function faceOf(secret: string): Face {
  const known = faces.get(secret);
  if (known) return known;
  if (faces.size >= MOST_FACES) faces.clear();
  const face = { mark: tokenMark(secret), spellings: spellingsOf(secret), pieces: piecesOf(secret.toLowerCase()) };
  faces.set(secret, face);
  return face;
}

function piecesOf(secret: string): Set<string> {
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= secret.length; at += 1) pieces.add(secret.slice(at, at + PIECE));
  return pieces;
}

function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const all = [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret).slice(1, -1),
    secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
    bytes.toString('base64'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...new Set(all)].filter((spelling) => spelling.length >= 4);
}

/** Replaces each run of characters that covers pieces of the secret, in any case: servers echo prefixes, halves, upper case. */
function redactPieces(text: string, pieces: ReadonlySet<string>): string {
  if (pieces.size === 0 || text.length < PIECE) return text;
  const lowText = text.toLowerCase();
  // Lower case may change the length of exotic letters; then positions do not agree and the run is cut on lower-case text.
  const source = lowText.length === text.length ? text : lowText;
  let out = '';
  let from = 0;
  let at = 0;
  while (at + PIECE <= lowText.length) {
    if (!pieces.has(lowText.slice(at, at + PIECE))) {
      at += 1;
      continue;
    }
    let end = at + PIECE;
    while (end < lowText.length && pieces.has(lowText.slice(end - PIECE + 1, end + 1))) end += 1;
    out += `${source.slice(from, at)}‹part of a secret›`;
    from = end;
    at = end;
  }
  return out + source.slice(from);
}
