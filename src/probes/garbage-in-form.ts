/** Probe: a made-up token in the form of the body. */
import type { Probe } from '../model/probe.ts';
import { QUERY_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'garbage-in-form',
  title: 'a made-up token in the body',
  why: 'Whoever sends any word as a form field: finds tokens that are only looked for.',
  sends: { place: 'form', names: QUERY_NAMES, material: 'garbage', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    observed: 'not sent: a form body needs an unsafe method',
  },
  references: ['R10', 'CWE-287'],
};
