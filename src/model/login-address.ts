/** How the address of a login page looks, for whoever sees a redirect. */

/** Names of login pages, each a whole segment of a path: `/authors/` and `/lessons/` are none. */
const LOGIN_PATH = /(^|\/)(log-?in|sign-?in|sso|saml2?|oauth2?|authori[sz]e|authenticate)(\/|$|\.)/i;
/** Parameters that lead back from a login page. */
const BACK_PARAMETERS: ReadonlySet<string> = new Set(['next', 'redirect_to', 'return_to', 'returnurl', 'continue']);

/** Names of pages that ask for a login, in words: `load login page`, `sign in`; `login required` and `login history` are none. */
const LOGIN_NAME = /(^| )(log ?in|sign ?in)( (view|page|form|index|user))?$/;

/** Whether a view or a route is called like a login page. Only the last part of a dotted name counts. */
export function isLoginName(name: string): boolean {
  const last = name.split(/[.:]/).at(-1)!;
  const words = last.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_\W]+/g, ' ');
  return LOGIN_NAME.test(words.toLowerCase().trim());
}

/** Whether a path and its query are those of a login page, by their names. */
export function isLoginAddress(path: string, parameters: Iterable<string>): boolean {
  return LOGIN_PATH.test(path) || [...parameters].some((name) => BACK_PARAMETERS.has(name.toLowerCase()));
}
