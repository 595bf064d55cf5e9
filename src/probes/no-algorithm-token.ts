/** Probe: a token whose header names no algorithm. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'no-algorithm-token',
  title: 'a token without an algorithm',
  why: 'Whoever leaves the algorithm away: finds code that verifies in the branches that it knows and nowhere else.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'nobody', algorithm: 'missing' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'what a header without an algorithm leads to is not followed in the source; unsigned-token asks nearly the same' },
  references: ['J05', 'RFC 8725 section 3.1'],
};
