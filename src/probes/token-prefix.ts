/** Probe: the first half of the valid token. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'token-prefix',
  title: 'the first half of the token',
  why: 'Whoever guesses tokens piece by piece: finds look-ups that ask whether a key begins with what was sent.',
  sends: {
    place: 'header',
    material: 'prefix',
    scheme: 'auto',
    also: [
      { label: 'the first four characters', length: 4 },
      { label: 'the first character', length: 1 },
    ],
  },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R07', 'CWE-287'],
};
