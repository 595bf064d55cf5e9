/** Probe: the scheme word with nothing behind it. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'empty-token',
  title: 'an empty token',
  why: 'Whoever sends the scheme and no token: finds look-ups of the empty string, which match an account without a token.',
  // Two spaces reach every server as they are, one trailing space is cut by some; splitting at the first space then yields ''.
  sends: {
    place: 'header',
    material: 'literal',
    literal: ' x',
    scheme: 'auto',
    also: [
      { label: 'the scheme alone', literal: '', between: '' },
      { label: 'the scheme and a space', literal: '' },
      { label: 'the scheme, a tab and a letter', literal: 'x', between: '\t' },
      { label: 'an empty header', literal: '', scheme: 'none' },
    ],
  },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R04', 'RFC 6750 section 2.1'],
};
