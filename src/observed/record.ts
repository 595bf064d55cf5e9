/** Writes exchanges down: redacted at the moment of capture, each with a line that repeats it in a shell. */
import type { Exchange } from '../model/exchange.ts';
import { redact, redactHeader } from '../tokens/redact.ts';
import type { Answer } from './answer.ts';
import { type Carrier, shellText } from './credential.ts';
import type { HeaderList } from './transport.ts';

const EXCERPT = 200;
/** What is looked at to make the excerpt: marks are shorter than the secrets that they replace. */
const EXCERPT_SOURCE = 4096;
const MAX_HEADERS = 40;
const MAX_HEADER_VALUE = 300;

/** A header whose value names itself a credential, whatever it looks like. */
export function isSecretHeader(name: string): boolean {
  return /auth|token|key|secret|cookie|passw|session|credential|signature/i.test(name);
}

/** Redacted headers, bounded in number and length. */
export function recordHeaders(headers: HeaderList, secrets: readonly string[]): (readonly [string, string])[] {
  return headers.slice(0, MAX_HEADERS).map(([name, value]) => {
    const shown = redactHeader(name, wholeWords(value, EXCERPT_SOURCE), secrets);
    return [redact(name.slice(0, 100), secrets), shown.length > MAX_HEADER_VALUE ? `${shown.slice(0, MAX_HEADER_VALUE)}…` : shown] as const;
  });
}

/** The beginning of a body, redacted, on one line, at most 200 characters. */
export function excerptOf(answer: Pick<Answer, 'kind' | 'text'>, secrets: readonly string[]): string {
  if (answer.kind === 'binary') return '';
  const text = redact(wholeWords(answer.text, EXCERPT_SOURCE), secrets)
    // Terminals obey control characters, and readers are misled by those that turn the direction of text.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
  return [...text].slice(0, EXCERPT).join('');
}

/** Cuts text and then drops the word that was cut through: half a secret is not recognised as one. */
function wholeWords(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[^\s"'<>&,;]*$/, '');
}

export interface CurlParts {
  readonly method: string;
  /** Absolute URL in shell form (between double quotes). */
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly shell: string }[];
  /** In shell form as well. */
  readonly body?: string;
}

/** One shell line; everything stands between double quotes, so that `$TOKEN` is filled in and nothing else. */
export function curlLine({ method, url, headers, body }: CurlParts): string {
  const words = ['curl', method === 'HEAD' ? '-sSI' : '-sSi'];
  if (method !== 'GET' && method !== 'HEAD') words.push('-X', method);
  // curl takes an empty value only in this spelling.
  for (const { name, shell } of headers) words.push('-H', shell === '' ? `"${shellText(name)};"` : `"${shellText(name)}: ${shell}"`);
  if (body !== undefined) words.push('--data-raw', `"${body}"`);
  words.push(`"${url}"`);
  return words.join(' ');
}

/** Shell form of the user's own headers: secrets become variables named after the header. */
export function shellHeaders(headers: HeaderList): { name: string; shell: string }[] {
  return headers.map(([name, value]) => ({
    name,
    shell: isSecretHeader(name) ? `$${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}` : shellText(value),
  }));
}

/** The request part of an exchange. */
export function recordRequest(
  method: string,
  url: string,
  headers: HeaderList,
  carriers: readonly Carrier[],
  secrets: readonly string[],
): Exchange['request'] {
  const all = [...headers, ...carriers.map(({ name, wire, shape, piece }) => [name, piece ? shape : wire] as const)];
  const values = [
    ...secrets,
    ...carriers
      .filter((carrier) => carrier.name.toLowerCase() !== 'authorization')
      .map((carrier) => carrier.wire)
      .filter((value) => value.length >= 8),
  ];
  return { method, url: redact(url, secrets), headers: recordHeaders(all, values) };
}
