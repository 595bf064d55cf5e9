/** Probe: a signed token in which one claim stands twice. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'doubled-claim-token',
  title: 'a token with a claim that stands twice',
  why: 'Not an entrance by itself: two programs that read the same token may see different users, where one takes the first and one the last.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', claim: 'twice' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'Python takes the last of two claims: whether that matters depends on what stands before the server' },
  references: ['J32', 'RFC 8725 section 2.4'],
};
