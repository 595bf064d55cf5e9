/** Probe: a signed token whose claim of the user is no identifier. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'odd-user-token',
  title: 'a token with an odd user',
  why: 'Not an entrance by itself: shows whether true is taken for the number of the first user, or a list for its member.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', user: 'odd' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'how a database reads such a value is not followed in the source' },
  references: ['J25'],
};
