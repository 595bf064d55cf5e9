/** What the request of a probe carries under which name: the same for every operation that asks. */

import { type PyUnknown, str, unknown, type Value } from '../../interpreter/values.ts';
import type { Probe } from '../../model/probe.ts';

/** Text that no store of tokens holds. It looks like what clients send, so that parsers go on with it. */
export const GARBAGE = 'unlatchedgarbage0000000000000000000000000';
/** The one token that is good for everything that a right token is good for; the shape is that of a JWT. */
export const VALID = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1bmxhdGNoZWQifQ.dmFsaWQtc2lnbmF0dXJl';
/** The valid token with another signature. */
export const TAMPERED = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1bmxhdGNoZWQifQ.AmFsaWQtc2lnbmF0dXJl';
/** What names a user and is no secret: a name, and where code reads it so, a number, JSON, or base64 of them. */
export const USER = 'unlatcheduser';
/** Half of the valid token. */
export const PREFIX = VALID.slice(0, VALID.length / 2);
/** Another signed token, see `MadeToken`; what it says of itself is asked with `claims`. */
export const MADE = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1bmxhdGNoZWQtbWFkZSJ9.bWFkZS1zaWduYXR1cmUtMDAwMA';
/** The same without a signature. */
export const UNSIGNED = 'eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJ1bmxhdGNoZWQtbWFkZSJ9.';

/** Names under which code commonly looks for a credential; a probe without one leaves them all away. */
const CREDENTIAL_NAME =
  /^(http_)?(proxy-)?(authori[sz]ation|x?-?(api|auth|access|app|client|service|session|csrf)?-?(key|token|secret|jwt|apikey|sessionid|signature))$/;

/** Headers of webhooks and services: `X-Hub-Signature-256`, `Stripe-Signature`, `X-Gitlab-Token`. Fields that are called so may be any token. */
const CREDENTIAL_HEADER = /^([a-z0-9]+-)+((signature|hmac)(-(sha-?)?\d+)?|token|secret)$/;

/** Whether a name is one under which a credential is looked for. */
export function namesCredential(kind: ReadKind, name: string | null): boolean {
  const key = name?.toLowerCase().replace(/_/g, '-') ?? '';
  return CREDENTIAL_NAME.test(key) || (kind === 'header' && CREDENTIAL_HEADER.test(key));
}

/** What says nothing of who sends a request: headers of browsers and proxies, and the session, which a stranger has not. */
const SAYS_NOTHING =
  /^(cookie:.*(csrf|xsrf|session).*|header:(.*(csrf|xsrf).*|host|origin|referer|user.agent|accept.*|content.*|if.*|x.forwarded.*|x.requested.with|hx.*)|(query|form):(.*csrf.*|_?method|next|page|format|lang(uage)?))$/i;

/** Whether what is asked of a request may say who is calling: a credential, or the name of a user. */
export function maySayWho(kind: ReadKind, name: string | null): boolean {
  return name !== null && !SAYS_NOTHING.test(`${kind}:${name}`);
}

/** What the request under way carries. */
export interface RequestFacts {
  readonly probe: Probe;
  readonly method: string;
  readonly path: string;
  /** Word in front of a token in the Authorization header; elsewhere, in front of `=` in other headers. */
  readonly scheme: string;
  /** The valid token is not in Authorization but in every other place that looks like one for credentials. */
  readonly elsewhere?: boolean;
  /** The method that the request names in a header or field, where the probe does so. */
  readonly override?: string;
}

/** How one name was read on the way; rules ask for it. */
export type ReadKind = 'header' | 'query' | 'form' | 'cookie' | 'body';

/** What was asked of a request: each name under which something was read; null stands for "is the body a form". */
export type Asked = Map<string, { readonly kind: ReadKind; readonly name: string | null }>;

/** The credential text of a probe, or null when it carries none. */
export function materialOf({ sends }: Probe): string | null {
  switch (sends.material) {
    case 'garbage':
      return GARBAGE;
    case 'valid':
      return VALID;
    case 'user':
      return USER;
    case 'tampered':
      return TAMPERED;
    case 'literal':
      return sends.literal ?? '';
    case 'prefix':
      return PREFIX;
    case 'suffixed':
      return VALID + (sends.literal ?? '');
    case 'made':
      return sends.made?.signed === 'nobody' ? UNSIGNED : MADE;
    default:
      return null;
  }
}

/** What was found in a request, an environment variable or a file, with nothing done to it that gives something else than text. */
const TEXT =
  /^(((header|query|cookie|form):|env:)[\w-]+|file:.*\.read\(\))(\.(strip|lstrip|rstrip|lower|upper|title|replace|encode|decode)\([^()]*\))*$/;

/** What Python itself makes a text of: `f"..."`, `str(...)`, and a list that is joined. */
const MADE_TEXT = /^(f"[\s\S]*"|str\([\s\S]*\))$|:joined with [^()[\]]*$/;

/**
 * Whether an unknown is text, and so never None: a name that a request does not send, or a variable that is not set, is
 * another way of the run. JSON is not meant: it has its null.
 */
export function isText(symbol: string): boolean {
  return TEXT.test(symbol) || MADE_TEXT.test(symbol);
}

/** Something that the attacker chooses. */
export function chosen(kind: ReadKind, name: string): PyUnknown {
  return unknown('attacker', `${kind}:${name}`, 'chosen by whoever sends the request', null);
}

/** What a request has under a name: a value, null for "not there", or an unknown that the attacker chooses. */
export function sent(request: RequestFacts, kind: ReadKind, name: string): Value | null {
  const { sends } = request.probe;
  const material = materialOf(request.probe);
  if (namesMethod(kind, name)) return request.override === undefined ? null : str(request.override);
  if (kind === 'body') return sends.place === 'form' && material !== null ? str(material) : chosen(kind, name);
  const key = name.toLowerCase().replace(/_/g, '-');
  const named = sends.names?.some((n) => n.toLowerCase() === name.toLowerCase() || n.toLowerCase() === key);
  const isCredential = namesCredential(kind, name);
  if (request.elsewhere && (kind === 'header' || kind === 'cookie' || kind === 'query') && key !== 'authorization')
    if (kind === 'cookie' || isCredential) {
      const label = kind === 'header' && request.scheme !== 'Bearer' ? `${request.scheme}=` : '';
      return material === null ? null : str(label + material);
    }
  if (kind === 'header' && key === 'authorization') {
    if (request.elsewhere || sends.place !== 'header' || material === null || named === false) return null;
    const { scheme = 'auto' } = sends;
    const word = scheme === 'auto' ? request.scheme : scheme === 'none' ? '' : scheme;
    return str(word ? `${word} ${material}` : material);
  }
  if (kind === sends.place && material !== null) {
    // A header is only where the probe puts it; other places hold the credential under every name.
    if (kind === 'header' ? sends.names && (named || isCredential) : !sends.names || named || isCredential) return str(material);
  }
  return isCredential ? null : chosen(kind, name);
}

/** Headers and fields in which a middleware may look for the method that is meant (catalogue R14). */
const METHOD_NAME = /^(header:(http-)?x-(http-)?method(-override)?|(query|form):-method|query:x-http-method-override)$/;

/** True for a name under which another method is asked for; only the probe that does so sends one. */
export function namesMethod(kind: ReadKind, name: string | null): boolean {
  return name !== null && METHOD_NAME.test(`${kind}:${name.toLowerCase().replace(/_/g, '-')}`);
}

/** Whether a text that was sent holds a made token. */
function isMade(text: string): boolean {
  return text.includes(MADE) || text.includes(UNSIGNED);
}

/** Whether two requests give the same answers to all that was asked. */
export function lookAlike(one: RequestFacts, other: RequestFacts, asked: Asked): boolean {
  // All made tokens have one text; what one says of itself another does not.
  const isSameToken = JSON.stringify(one.probe.sends.made) === JSON.stringify(other.probe.sends.made);
  return [...asked.values()].every(({ kind, name }) => {
    if (name === null) return (one.probe.sends.place === 'form') === (other.probe.sends.place === 'form');
    const [left, right] = [sent(one, kind, name), sent(other, kind, name)];
    if (left?.k !== 'str' || right?.k !== 'str') return left?.k === right?.k;
    return left.v === right.v && (isSameToken || !isMade(left.v));
  });
}
