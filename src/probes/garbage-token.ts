/** Probe: a made-up token that nobody issued, in the place and under the scheme of the real one. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'garbage-token',
  title: 'a made-up token',
  why: 'Whoever types any word after the scheme: finds checks that only look whether a token is there.',
  sends: { place: 'header', material: 'garbage', scheme: 'auto' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: true,
  references: ['R02', 'RFC 6750 section 3.1', 'WSTG-ATHN-04'],
};
