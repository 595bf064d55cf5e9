/** Cookies that an answer sets (RFC 6265 section 5.2), and those that a request carries. */
import type { Answer } from './answer.ts';
import type { Carrier, Credential } from './credential.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** In lower case; null where the server says nothing. */
  readonly sameSite: string | null;
}

/** The cookies of an answer; those that it deletes are left out. */
export function cookiesOf(answer: Answer): Cookie[] {
  return answer.headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, text]) => {
      const match = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=("?)([!#-+\--:<-[\]-~]*)\2\s*(?:;|$)/.exec(text);
      if (!match || /;\s*max-age\s*=\s*["']?(0|-)/i.test(text)) return [];
      const sameSite = /;\s*samesite\s*=\s*["']?([a-z]{1,10})/i.exec(text)?.[1]?.toLowerCase() ?? null;
      return [{ name: match[1]!, value: match[3]!, sameSite }];
    });
}

/** True for the cookie that a CSRF check compares. */
export const isCsrfCookie = ({ name }: Cookie): boolean => /csrf|xsrf/i.test(name);

/** The cookie that stands for who logged in: of a success, not for the CSRF check, not one that is deleted. */
export function loginCookie(answer: Answer): Cookie | null {
  if (answer.status >= 400) return null;
  const cookies = cookiesOf(answer).filter((cookie) => !isCsrfCookie(cookie) && cookie.value.length >= 8);
  return cookies.find(({ name }) => /sess|auth|token|jwt|sid/i.test(name)) ?? cookies[0] ?? null;
}

/** True for a request that failed for want of a CSRF token (Django's page, or the words of DRF's SessionAuthentication). */
export function isCsrf(answer: Answer): boolean {
  return answer.status === 403 && /csrf/i.test(answer.text.slice(0, 4000));
}

/**
 * Cookies as one header.
 * @param shell what a shell has each value in, without the dollar
 */
export function cookieHeader(cookies: readonly { readonly name: string; readonly value: string; readonly shell: string }[]): Carrier[] {
  if (cookies.length === 0) return [];
  const join = (text: (cookie: (typeof cookies)[number]) => string): string =>
    cookies.map((cookie) => `${cookie.name}=${text(cookie)}`).join('; ');
  return [{ name: 'Cookie', wire: join(({ value }) => value), shell: join(({ shell }) => `$${shell}`), shape: join(() => '<cookie>') }];
}

/** Two credentials in one request; HTTP/1.1 has one Cookie header (RFC 6265 section 5.4). */
export function together(...credentials: readonly Credential[]): Credential {
  const all = credentials.flatMap(({ headers }) => headers);
  const cookies = all.filter(({ name }) => /^cookie$/i.test(name));
  const join = (form: 'wire' | 'shell' | 'shape'): string => cookies.map((cookie) => cookie[form]).join('; ');
  return {
    headers: [
      ...all.filter(({ name }) => !/^cookie$/i.test(name)),
      ...(cookies.length > 0 ? [{ name: 'Cookie', wire: join('wire'), shell: join('shell'), shape: join('shape') }] : []),
    ],
    query: credentials.flatMap(({ query }) => query),
  };
}
