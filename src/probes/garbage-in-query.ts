/** Probe: a made-up token in the query string. */
import type { Probe } from '../model/probe.ts';
import { QUERY_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'garbage-in-query',
  title: 'a made-up token in the query string',
  why: 'Whoever adds ?token=anything: finds a second entrance that is checked less than the header.',
  sends: { place: 'query', names: QUERY_NAMES, material: 'garbage', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R10', 'OWASP API2:2023'],
};
