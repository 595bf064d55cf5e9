/** How the address of a login page looks, for whoever sees a redirect. */

/** Names of login pages, each a whole segment of a path: `/authors/` and `/lessons/` are none. */
const LOGIN_PATH = /(^|\/)(log-?in|sign-?in|sso|saml2?|oauth2?|authori[sz]e|authenticate)(\/|$|\.)/i;
/** Parameters that lead back from a login page. */
const BACK_PARAMETERS: ReadonlySet<string> = new Set(['next', 'redirect_to', 'return_to', 'returnurl', 'continue']);

/** Whether a path and its query are those of a login page, by their names. */
export function isLoginAddress(path: string, parameters: Iterable<string>): boolean {
  return LOGIN_PATH.test(path) || [...parameters].some((name) => BACK_PARAMETERS.has(name.toLowerCase()));
}
