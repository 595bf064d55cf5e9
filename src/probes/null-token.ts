/** Probe: the word `null` as a token, which browser code sends when nobody is logged in. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'null-token',
  title: 'the word null as a token',
  why: 'A browser application without a login sends it by itself: finds look-ups that know a user of that token.',
  sends: {
    place: 'header',
    material: 'literal',
    literal: 'null',
    scheme: 'auto',
    also: ['undefined', 'None', 'true', '0', '""', '{}'].map((literal) => ({ label: literal, literal })),
  },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R05'],
};
