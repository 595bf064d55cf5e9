/** Probe: a signed token of a user that does not exist, or of none. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'unknown-user-token',
  title: 'a token of nobody',
  why: 'Whoever keeps the token of an account that was deleted: shows whether the account is looked up.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', user: 'nobody' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'which users there are is not written in the source' },
  references: ['J25', 'RFC 8725 section 3.8'],
};
