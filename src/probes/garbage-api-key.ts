/** Probe: a made-up key in the headers that API keys travel in. */
import type { Probe } from '../model/probe.ts';
import { KEY_HEADER_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'garbage-api-key',
  title: 'a made-up API key',
  why: 'Whoever sends any X-API-Key: finds keys that are looked at but never looked up.',
  sends: { place: 'header', names: KEY_HEADER_NAMES, material: 'garbage', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R10', 'R43', 'OWASP API2:2023'],
};
