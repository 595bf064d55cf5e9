/** What an answer gives away that has nothing to do with who asked. */
import type { Exchange } from '../model/exchange.ts';

/** The last words of Django's pages for developers, as HTML and as plain text (django/views/debug.py, technical_404.html). */
const DEBUG_PAGE = /seeing this error because you have (?:<code>)?DEBUG = True\b/;
const PAGES_OF_DEBUG: ReadonlySet<number> = new Set([404, 500]);

/** @param text the body, as far as it was read */
export function shownBy(status: number, text: string): Exchange['shows'] | null {
  return PAGES_OF_DEBUG.has(status) && DEBUG_PAGE.test(text) ? 'debug-page' : null;
}
