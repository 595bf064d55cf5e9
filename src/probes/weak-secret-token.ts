/** Probe: a token signed with a secret that stands in the repository or in a word list. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'weak-secret-token',
  title: 'a token signed with a known secret',
  why: 'Whoever has read the source: finds signing keys that are written down in it.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'known-secret' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { observed: 'not sent: whether a known secret made the signature is seen from the token itself (rule known-signing-key)' },
  references: ['J08', 'J09', 'J10', 'RFC 8725 section 3.5', 'CWE-798'],
};
