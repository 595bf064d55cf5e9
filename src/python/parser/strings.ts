/** The value of a string literal: escape sequences (Python reference 2.4.1.1). */

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{[^}]*\}|([0-7]{1,3})|([\s\S]))/g;

/** Text between the quotes of a literal that is not raw -> its value. Escapes that mean nothing stay as they are, `\N{...}` among them. */
export function decodeEscapes(text: string, isBytes: boolean): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (all: string, hex, four, eight, octal, other) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (other !== undefined) return SIMPLE_ESCAPES[other as string] ?? all;
    if (isBytes || (four === undefined && eight === undefined)) return all;
    const code = Number.parseInt(four ?? eight, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
