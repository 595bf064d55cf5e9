/** Probe: the same claims and key under another algorithm of the family. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'sibling-algorithm',
  title: 'a token of a related algorithm',
  why: 'Not an entrance by itself: shows whether the verifier takes the one algorithm that the issuer uses, or what the header asks for.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', algorithm: 'sibling' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'the source does not say which algorithm the issuer uses' },
  references: ['J35', 'RFC 8725 section 3.1', 'CWE-327'],
};
