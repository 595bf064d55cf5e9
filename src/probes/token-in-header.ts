/** Probe: the valid token in the headers that API keys travel in. */
import type { Probe } from '../model/probe.ts';
import { KEY_HEADER_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'token-in-header',
  title: 'the valid token in a key header',
  why: 'Whoever looks for a second entrance: finds headers beside Authorization that the token is taken from.',
  sends: { place: 'header', names: KEY_HEADER_NAMES, material: 'valid', scheme: 'none' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R09', 'R10'],
};
