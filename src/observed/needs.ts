/** What a probe needs before it can be fired at a server, and how a user gives it. */
import type { Probe, ProbeNeed } from '../model/probe.ts';
import { tokenKind } from '../tokens/inspect.ts';
import { bindCredential, inAuthorization, type Materials } from './credential.ts';

const OPTIONS: Readonly<Record<ProbeNeed, string>> = {
  token: '--token env:NAME',
  'signed-token': '--token env:NAME with a signed token (JWT)',
  'second-token': '--second-token env:NAME',
  'low-token': '--low-token env:NAME',
  'refresh-token': '--refresh-token env:NAME',
  'signing-key': '--signing-key env:NAME',
  login: '--login "POST /path/"',
};

/** What is missing for a probe, or null when it can be fired. */
export function missingFor(probe: Probe, materials: Materials): { readonly text: string; readonly next?: string } | null {
  const token = materials.valid?.wire ?? null;
  for (const need of probe.needs) {
    if (need === 'token' && token !== null) continue;
    if (need === 'signed-token' && token !== null) {
      // A changed character finds look-ups by prefix in opaque tokens as well; what is forged needs a signature.
      if (tokenKind(token) === 'jwt' || probe.sends.material === 'tampered') continue;
      return { text: 'the token is opaque: it has no signature that could be changed' };
    }
    return { text: `needs ${OPTIONS[need]}`, next: OPTIONS[need] };
  }
  if (probe.cannot?.observed) return { text: probe.cannot.observed };
  if (probe.safety === 'write') return { text: 'not sent: writes need consent', next: '--allow-inert-writes' };
  if (probe.sends.place === 'form') return { text: 'not sent: a form body needs an unsafe method' };
  if (bindCredential(probe.sends, ['x'], inAuthorization('Bearer'), materials) === null)
    return { text: `needs ${OPTIONS.token}`, next: OPTIONS.token };
  return null;
}
