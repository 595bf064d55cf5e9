/** Probe: an HMAC over the public key, as PEM, DER and JWK. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'other-algorithm',
  title: 'a token signed with the public key',
  why: 'Whoever has the public key, as everybody has: finds code that lets the token choose between the families of algorithms.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'public-key' } },
  needs: ['signed-token', 'public-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J06', 'J07', 'RFC 8725 section 3.1', 'CVE-2022-29217', 'CVE-2026-48526'],
};
