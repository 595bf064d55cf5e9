/** Names under which tokens travel outside `Authorization`, in the order in which probes try them. */

/** Query parameters. `access_token` is the name of RFC 6750 section 2.3. */
export const QUERY_NAMES: readonly string[] = ['access_token', 'token', 'auth_token', 'jwt', 'api_key', 'key'];

/** Request headers. */
export const KEY_HEADER_NAMES: readonly string[] = ['X-API-Key', 'X-Auth-Token', 'X-Access-Token', 'X-Token', 'Api-Key'];

/** Cookies. */
export const COOKIE_NAMES: readonly string[] = ['access_token', 'access', 'token', 'auth_token', 'jwt', 'auth'];

/** Headers in which a proxy tells whom it has authenticated; a client that reaches the application itself can send them too. */
export const IDENTITY_HEADER_NAMES: readonly string[] = [
  'Remote-User',
  'X-Remote-User',
  'X-Forwarded-User',
  'X-Forwarded-Email',
  'X-User',
  'X-User-Id',
  'X-User-Name',
  'X-Username',
  'X-User-Email',
  'X-Auth-User',
  'X-Auth-Request-User',
  'X-Auth-Request-Email',
  'X-Authenticated-User',
];
