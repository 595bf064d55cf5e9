/** Probe: a signed token that says of itself that it was issued for something else. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'other-use-token',
  title: 'a token for another use',
  why: 'Whoever has a refresh token, an ID token, the ticket of a WebSocket or a token from the link of a mail: shows whether the claim is looked at that says what a token is for.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', use: 'other' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'refresh-as-access asks it of the source' },
  references: ['J26', 'J27', 'J28', 'RFC 8725 sections 2.8 and 3.12', 'ASVS 9.2.2'],
};
