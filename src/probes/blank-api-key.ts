/** Probe: key headers that are there and empty. */
import type { Probe } from '../model/probe.ts';
import { KEY_HEADER_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'blank-api-key',
  title: 'an empty API key',
  why: 'Whoever sends the header without a value: finds keys compared with a setting that is empty.',
  sends: { place: 'header', names: KEY_HEADER_NAMES, material: 'literal', literal: '', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R43', 'CWE-287'],
};
