/** Probe: a signed token that may do nothing. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'scopeless-token',
  title: 'a token without scopes',
  why: 'Whoever was given less than the whole account: finds operations that do not look at what a token may do.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', scope: 'none' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'which scopes a token has is not written in the source' },
  references: ['J29', 'RFC 6750 section 3.1', 'ASVS 10.3.2'],
};
