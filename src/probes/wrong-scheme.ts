/** Probe: the valid token behind a scheme word that no authenticator knows. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'wrong-scheme',
  title: 'the valid token under another scheme',
  why: 'Not an entrance by itself: finds parsers that cut the header by length or by the first space and never read the scheme.',
  sends: {
    place: 'header',
    material: 'valid',
    scheme: 'Unlatched',
    also: [
      { label: 'no scheme at all', scheme: 'none' },
      { label: 'the scheme glued to it', scheme: 'auto', between: '' },
      { label: 'a colon behind the scheme', scheme: 'auto', between: ':' },
    ],
  },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R06', 'RFC 9110 section 11.1'],
};
