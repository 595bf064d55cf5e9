/** Probe: a token of the algorithm none. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'unsigned-token',
  title: 'a token without a signature',
  why: 'Whoever writes a token and says in its header that nobody signed it: finds code that believes the header.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'nobody' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['J03', 'J04', 'RFC 8725 section 3.1', 'ASVS 9.1.2'],
};
