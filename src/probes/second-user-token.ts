/** Probe: another user's token at an object that only the first user sees in his list. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'second-user-token',
  title: "another user's token",
  why: 'Whoever has an account of his own and counts identifiers up: finds operations that know who asks and not whose the object is.',
  sends: { place: 'header', material: 'second', scheme: 'auto' },
  needs: ['token', 'second-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document does not say which object belongs to whom',
    predicted: 'which object belongs to whom is not written in the source',
  },
  references: ['R20', 'ASVS 8.2.2', 'CWE-639'],
};
