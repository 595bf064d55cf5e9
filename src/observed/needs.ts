/** What a probe needs before it can be fired at a server, and how a user gives it. */
import type { Grant, Probe, ProbeNeed } from '../model/probe.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { bindCredential, inAuthorization, type Materials, whyNotMade } from './credential.ts';
import { hasPublicKey } from './public-key.ts';

const OPTIONS: Readonly<Record<ProbeNeed, string>> = {
  token: '--token env:NAME',
  'signed-token': '--token env:NAME with a signed token (JWT)',
  'second-token': '--second-token env:NAME',
  'low-token': '--low-token env:NAME',
  'refresh-token': '--refresh-token env:NAME',
  'signing-key': '--signing-key env:NAME',
  'public-key': '--signing-key env:NAME',
  login: '--login "POST /path/"',
};

export interface Missing {
  readonly text: string;
  readonly next?: string;
}

/** True for a probe that something beside the token makes possible: whoever gives it wants it sent. */
export function isGranted(probe: Probe): boolean {
  return needsPublicKey(probe) || probe.needs.some(isGrant);
}

/** True for a probe whose token is signed with the user's key: it tells something only where that is the right key. */
export function needsKey({ needs }: Probe): boolean {
  return needs.includes('signing-key');
}

/** True for a probe whose token takes the public key of the issuer, which everybody may have. */
export function needsPublicKey({ needs }: Probe): boolean {
  return needs.includes('public-key');
}

/** What is missing for a probe, or null when it can be fired. */
export function missingFor(probe: Probe, materials: Materials): Missing | null {
  const token = materials.valid?.wire ?? null;
  if (probe.safety === 'intrusive' && materials.intrusion === null)
    return { text: 'not sent: it has the server do more than answer', next: '--allow-writes' };
  for (const need of probe.needs) {
    if (need === 'token' && token !== null) continue;
    if (need === 'login' && token !== null && Object.keys(materials.known.user ?? {}).length > 0) continue;
    if (need === 'signed-token' && token !== null) {
      // A changed character finds look-ups by prefix in opaque tokens as well; what is forged needs a signature.
      const why = materials.isSigned ? whyNotMade(probe.sends, materials) : null;
      if (why !== null) return { text: `not sent: ${why}` };
      if (materials.isSigned || probe.sends.material === 'tampered') continue;
      return { text: 'the token is opaque: it has no signature that could be changed' };
    }
    if (need === 'public-key' && materials.published !== null) {
      const why = materials.published.missing(probe);
      if (why === null) continue;
      return { text: `not sent: ${why}`, ...(materials.published.from === null && hasPublicKey(token) ? { next: OPTIONS[need] } : {}) };
    }
    const granted = isGrant(need) ? materials.granted[need] : undefined;
    if (!isGrant(need) || granted === undefined) return { text: `needs ${OPTIONS[need]}`, next: OPTIONS[need] };
    const useless = uselessGrant(probe, need, granted, materials);
    if (useless) return useless;
  }
  if (probe.cannot?.observed) return { text: probe.cannot.observed };
  if (probe.safety === 'write') return { text: 'not sent: writes need consent', next: '--allow-inert-writes' };
  if (probe.sends.place === 'form') return { text: 'not sent: a form body needs an unsafe method' };
  if (probe.sends.material === 'other-case' && token !== null && materials.otherCase === null)
    return { text: materials.isSigned ? 'not sent: the letters of a JWT are numbers' : 'not sent: the token has no letters' };
  if (wantsFile(probe, materials)) return null;
  if (bindCredential(probe.sends, probe.sends.names ?? ['x'], inAuthorization('Bearer'), materials) === null)
    return { text: `needs ${OPTIONS.token}`, next: OPTIONS.token };
  return null;
}

/** True for a token that takes a file of the server which nobody has asked for yet. */
export function wantsFile({ sends }: Probe, { known }: Materials): boolean {
  return sends.made?.signed === 'public-file' && known.publicFile === undefined;
}

/** Why what was given for a need serves nothing here. */
function uselessGrant(probe: Probe, need: Grant, secret: string | null, { valid, forged }: Materials): Missing | null {
  if (secret === null) return { text: `not sent: --${need} belongs to another token of the run` };
  if (need === 'signing-key') {
    if (valid === null) return { text: `needs ${OPTIONS.token}`, next: OPTIONS.token };
    const why = forged!.missing(probe);
    return why === null ? null : { text: `not sent: ${why}` };
  }
  const ends = jwtFacts(secret)?.expiresAt ?? null;
  if (ends === null || ends * 1000 > Date.now()) return null;
  return { text: `not sent: --${need} has expired by its own exp claim`, next: 'give a fresh one' };
}

function isGrant(need: ProbeNeed): need is Grant {
  return need === 'second-token' || need === 'low-token' || need === 'refresh-token' || need === 'signing-key';
}
