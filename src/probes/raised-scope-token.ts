/** Probe: a signed token with every scope that the document names. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'raised-scope-token',
  title: 'a token with more scopes',
  why: 'Not an entrance by itself, since scopes are meant to be read from the token: shows that they alone decide, where the valid token lacks them and is refused with 403.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', scope: 'raised' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'which scopes a token has is not written in the source' },
  references: ['J29', 'RFC 9068 section 2.2.3', 'RFC 6750 section 3.1'],
};
