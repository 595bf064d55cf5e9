/** Names under which tokens travel outside `Authorization`, in the order in which probes try them. */

/** Query parameters. `access_token` is the name of RFC 6750 section 2.3. */
export const QUERY_NAMES: readonly string[] = ['access_token', 'token', 'auth_token', 'jwt', 'api_key', 'key'];

/** Request headers. */
export const KEY_HEADER_NAMES: readonly string[] = ['X-API-Key', 'X-Auth-Token', 'X-Access-Token', 'X-Token', 'Api-Key'];
