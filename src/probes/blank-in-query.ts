/** Probe: query parameters that are there and empty. */
import type { Probe } from '../model/probe.ts';
import { QUERY_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'blank-in-query',
  title: 'an empty token in the query string',
  why: 'Whoever writes ?token= and nothing behind it: finds tokens compared with a setting that is empty.',
  sends: { place: 'query', names: QUERY_NAMES, material: 'literal', literal: '', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R43', 'CWE-287'],
};
