/** Probe: the valid token with its signature changed (first character: the last one has unused bits). */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'tampered-token',
  title: 'a token with a false signature',
  why: 'Whoever has read how a token looks and writes another name into it: finds tokens that are decoded but not verified.',
  sends: { place: 'header', material: 'tampered', scheme: 'auto' },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: true,
  references: ['R03', 'J02', 'RFC 8725 section 3.3', 'ASVS 9.1.1'],
};
