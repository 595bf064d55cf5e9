/** Finds the access token in the JSON answer of a login. */

/** Keys under which logins answer with their token, the most telling first (SimpleJWT, djoser, dj-rest-auth, knox, DRF, OAuth 2). */
const KEYS = ['access', 'access_token', 'accesstoken', 'auth_token', 'authtoken', 'token', 'key', 'jwt', 'id_token', 'api_key', 'bearer'];
const MAX_NODES = 500;

/**
 * The token, looked for level by level: what stands outside wins over what is nested, an access token over any other.
 * @returns null when there is none
 */
export function findToken(json: unknown): string | null {
  const alone = tokenOf(json);
  if (alone !== null) return alone;
  let level: unknown[] = [json];
  let seen = 0;
  while (level.length > 0 && seen < MAX_NODES) {
    const next: unknown[] = [];
    const found = new Map<string, string>();
    for (const node of level) {
      seen += 1;
      if (typeof node !== 'object' || node === null) continue;
      for (const [key, value] of Object.entries(node)) {
        const name = key.toLowerCase().replace(/-/g, '_');
        const token = tokenOf(value);
        if (token !== null && !found.has(name)) found.set(name, token);
        if (typeof value === 'object' && value !== null && !/refresh/.test(name)) next.push(value);
      }
    }
    for (const key of KEYS) if (found.has(key)) return found.get(key)!;
    const signed = [...found].find(([name, value]) => !/refresh/.test(name) && /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(value));
    if (signed) return signed[1];
    level = next;
  }
  return null;
}

/** A text that can be a token: one printable word, with or without its scheme in front. */
function tokenOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 16_384) return null;
  const bare = value.replace(/^(Bearer|Token|JWT)\s+/i, '');
  return /^[!-~]{8,}$/.test(bare) ? bare : null;
}
