/** The `html` tag: builds markup and escapes everything that is not markup itself. */
import { plain, visible } from '../text/plain.ts';

/** Markup that may stand in a page as it is. Only this file makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** Interpolated text is made plain and escaped (for element content and quoted attributes); arrays are joined; null and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let markup = '';
  for (const [index, part] of strings.entries()) {
    // Line breaks and indentation of the template are for us, not for the page.
    markup += part.replace(/>\n\s*</g, '><').replace(/\n\s*/g, ' ');
    if (index < values.length) markup += render(values[index]);
  }
  return new Html(markup);
}

/** A source line: spaces stay, no tabs are left by then. */
export function code(line: string): Html {
  return new Html(escaped(visible(line)));
}

/** Text that this program wrote and whose hash the page's policy names: a style or a script. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** A line break in a `<pre>`, which the tag would otherwise take out. */
export const NEWLINE = new Html('\n');

function render(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escaped(plain(value));
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
