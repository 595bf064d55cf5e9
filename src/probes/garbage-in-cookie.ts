/** Probe: a made-up token in a cookie. */
import type { Probe } from '../model/probe.ts';
import { COOKIE_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'garbage-in-cookie',
  title: 'a made-up token in a cookie',
  why: 'Whoever writes any word into a cookie: finds tokens that are only looked for.',
  sends: { place: 'cookie', names: COOKIE_NAMES, material: 'garbage', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R10', 'CWE-287'],
};
