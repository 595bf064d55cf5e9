/** Probe: the refresh token in the place of the access token. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'refresh-as-access',
  title: 'a refresh token as access token',
  why: 'Whoever gets hold of the long-lived token: finds operations that take it, so that the short life of access tokens means nothing.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', use: 'refresh' } },
  needs: ['refresh-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J26', 'RFC 8725 section 3.12', 'ASVS 9.2.2'],
};
