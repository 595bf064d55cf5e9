/** Probe: the valid token. The positive control: without it a rejection proves nothing. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'valid-token',
  title: 'the valid token',
  why: 'Not an attack: shows that the operation answers those who may use it, so that a rejection of the others means something.',
  sends: { place: 'header', material: 'valid', scheme: 'auto' },
  needs: ['token'],
  safety: 'passive',
  secure: 'admits',
  required: false,
  references: ['R00'],
};
