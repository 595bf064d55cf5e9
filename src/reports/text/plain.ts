/** Makes text of the scanned project harmless: no control characters reach a terminal, a page or a CI log. */

/** Bidirectional overrides reorder what a reader sees; line separators and lone surrogates break parsers. */
const DECEIVING = /[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}]/gu;

/**
 * One line of text without control characters: white space becomes a space, the C0 characters their visible pictures
 * (`␛`), everything else that would change how the line is read becomes U+FFFD.
 */
export function plain(text: string): string {
  return visible(text.replace(/[\t\r\n\v\f\u0085]+/g, ' '));
}

/** Like `plain`, but one code point in is one code point out and tabs stay: for source lines, where columns count. */
export function visible(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000a-\u001f]/g, (character) => String.fromCodePoint(0x2400 + character.codePointAt(0)!))
    .replace(/\u007f/g, '\u2421')
    .replace(/[\u0080-\u009f]/g, '\ufffd')
    .replace(DECEIVING, '\ufffd');
}

/**
 * A line for a log: CI runners take lines that begin with `::name::` or `##[name]` as commands, wherever they come from.
 * As wide as before.
 */
export function noCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1·').replace(/^(\s*)#(?=#\[)/, '$1·');
}

/** Several lines of text, each made plain; tabs become two spaces. For examples in rule pages. */
export function plainLines(text: string): string[] {
  return text
    .replace(/\n+$/, '')
    .split(/\r?\n/)
    .map((line) => visible(line.replace(/\t/g, '  ')));
}
