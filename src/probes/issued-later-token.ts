/** Probe: a token of the login that says it was made tomorrow. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'issued-later-token',
  title: 'a token of tomorrow',
  why: 'Not an entrance by itself: shows whether the time of issue is looked at, by which tokens of before a log-out or a new password are told.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', issued: 'future' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'whether a library looks at iat is not followed in the source' },
  references: ['J21', 'RFC 7519 section 4.1.6', 'ASVS 9.2.1'],
};
