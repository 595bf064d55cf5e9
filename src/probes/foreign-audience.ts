/** Probe: a token that the issuer made for somebody else. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'foreign-audience',
  title: 'a token for another audience',
  why: 'Whoever runs another service of the same issuer: finds services that take tokens which were not meant for them.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', audience: 'foreign' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J23', 'RFC 8725 section 3.9', 'ASVS 9.2.3'],
};
