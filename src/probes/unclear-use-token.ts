/** Probe: a signed token that does not say clearly what it is for. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'unclear-use-token',
  title: 'a token for no clear use',
  why: 'Not an entrance by itself: shows whether a token gets in that does not say what it is for, or says it in capitals.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', use: 'unclear' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'which other words a claim may hold is not followed in the source' },
  references: ['J27', 'RFC 8725 section 3.12'],
};
