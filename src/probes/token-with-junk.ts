/** Probe: the valid token with a further word behind it. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'token-with-junk',
  title: 'the valid token and a word after it',
  why: 'Whoever slips something past a proxy: finds parsers that read the second word of the header and ignore the rest.',
  sends: {
    place: 'header',
    material: 'suffixed',
    literal: ' unlatched',
    scheme: 'auto',
    also: [{ label: 'a letter glued to it', literal: 'x' }],
  },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R07', 'RFC 6750 section 2.1'],
};
