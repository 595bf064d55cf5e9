/** Keys in JSON (JWK, RFC 7517): which ones a text holds, and whether they are the half that nobody else may have. */

/** A key as it stands in JSON; its members are whatever was written there. */
export type Jwk = Readonly<Record<string, unknown>> & { readonly kty: string };

/** A set of keys holds a handful: more than these are not looked at. */
const MOST_KEYS = 200;

/**
 * The keys of a JWK set (RFC 7517 section 5), of a list, or the one key itself; none where the JSON is something else.
 * @param json a parsed JSON value, from wherever
 */
export function keysIn(json: unknown): readonly Jwk[] {
  const listed = isObject(json) && Array.isArray(json.keys) ? json.keys : Array.isArray(json) ? json : [json];
  return listed.slice(0, MOST_KEYS).filter((key): key is Jwk => isObject(key) && typeof key.kty === 'string');
}

/** Members that only the private half has: RSA and elliptic curves (RFC 7518 sections 6.2.2, 6.3.2), Ed25519 (RFC 8037 section 2). */
const PRIVATE_MEMBERS: Readonly<Record<string, readonly string[]>> = { RSA: ['d', 'p', 'q'], EC: ['d'], OKP: ['d'] };
/** A number of 128 bits in base64url: what is shorter is a mask or a word. */
const SHORTEST = 22;

/** True for a private key, and for a shared secret (`oct`, RFC 7518 section 6.4), which signs for whoever reads it. */
export function isPrivateJwk(key: Jwk): boolean {
  const holds = (name: string, least: number): boolean => {
    const value = key[name];
    return typeof value === 'string' && value.length >= least && /^[A-Za-z0-9_-]+={0,2}$/.test(value);
  };
  if (key.kty === 'oct') return holds('k', 1);
  return (PRIVATE_MEMBERS[key.kty] ?? []).some((name) => holds(name, SHORTEST));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
