/** Probe: a token of the login, after its time. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'expired-token',
  title: 'an expired token',
  why: 'Whoever finds an old token: shows whether the time in it is looked at.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', expiry: 'past' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J20', 'ASVS 9.2.1', 'CWE-613'],
};
