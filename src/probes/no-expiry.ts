/** Probe: a token of the login without a time of expiry. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'no-expiry',
  title: 'a token without an expiry',
  why: 'Whoever keeps a token for ever: shows whether a token must say when it ends.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', expiry: 'none' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J22', 'CWE-613'],
};
