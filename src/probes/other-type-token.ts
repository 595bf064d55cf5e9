/** Probe: a signed token whose header says that it is of another type. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'other-type-token',
  title: 'a token of another type',
  why: 'Not an entrance by itself: shows whether a service that has tokens of several types tells them apart.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', type: 'other' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'what the header says of the type is not followed in the source' },
  references: ['J30', 'RFC 8725 section 3.11', 'RFC 9068 section 2.1'],
};
