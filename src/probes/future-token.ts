/** Probe: a token of the login that is not good yet. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'future-token',
  title: 'a token before its time',
  why: 'Whoever has a token that was made for later: shows whether the time from which it counts is looked at.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', start: 'future' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'whether a library looks at nbf is not followed in the source' },
  references: ['J21', 'RFC 7519 section 4.1.5', 'ASVS 9.2.1'],
};
