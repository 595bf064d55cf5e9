/** What an answer gives away that has nothing to do with who asked. */
import type { Exchange } from '../model/exchange.ts';
import { isPrivateJwk, keysIn } from '../tokens/jwk.ts';
import type { Answer } from './answer.ts';

/** The last words of Django's pages for developers, as HTML and as plain text (django/views/debug.py, technical_404.html). */
const DEBUG_PAGE = /seeing this error because you have (?:<code>)?DEBUG = True\b/;
const PAGES_OF_DEBUG: ReadonlySet<number> = new Set([404, 500]);

/** The first line of Python's tracebacks (traceback.py), and the first file below it, as text, JSON or HTML. */
const TRACEBACK = /Traceback \(most recent call last\):[\s\S]{0,40}?File /;

/** @param byAnybody whether the request carried nothing that could be a credential */
export function shownBy(answer: Answer, byAnybody: boolean): Exchange['shows'] | null {
  if (PAGES_OF_DEBUG.has(answer.status) && DEBUG_PAGE.test(answer.text)) return 'debug-page';
  if (answer.status >= 400 && TRACEBACK.test(answer.text)) return 'traceback';
  return byAnybody && holdsPrivateKey(answer) ? 'private-key' : null;
}

/** Such an answer is kept nowhere, whoever got it. */
export function holdsPrivateKey({ status, kind, json }: Answer): boolean {
  return status >= 200 && status < 300 && kind === 'json' && keysIn(json).some(isPrivateJwk);
}
