/** Probe: a signed token that calls its user an administrator. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'raised-rights-token',
  title: 'a token that makes its user an administrator',
  why: 'Whoever has got the key, or an issuer that writes into a token what its user wants: finds operations that read the rights of a user from the token alone. Sent where the valid token is refused with 403.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', rights: 'raised' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'where a permission takes its rights from is not followed in the source' },
  references: ['J38', 'J29', 'RFC 8725 section 3.8', 'CWE-269'],
};
