/** Probe: the valid token in a cookie, which browsers send along by themselves. */
import type { Probe } from '../model/probe.ts';
import { COOKIE_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'token-in-cookie',
  title: 'the valid token in a cookie',
  why: 'Whoever lures a logged-in browser to another page: finds operations that take the token from a cookie.',
  sends: { place: 'cookie', names: COOKIE_NAMES, material: 'valid', scheme: 'none' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R09', 'ASVS 10.1.1'],
};
