/** Probe: a token with a good signature and the name of another issuer. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'foreign-issuer',
  title: 'a token of another issuer',
  why: 'Whoever has a token of another tenant or environment with the same key: finds services that do not look who issued it.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', issuer: 'foreign' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J24', 'J37', 'RFC 8725 section 3.8'],
};
