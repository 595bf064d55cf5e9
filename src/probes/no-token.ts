/** Probe: the request without any credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'no-token',
  title: 'no token',
  why: 'Anyone on the network: no Authorization header, no cookie, no key.',
  sends: { place: 'none', material: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: true,
  references: ['R01', 'RFC 6750 section 3', 'OWASP API2:2023'],
};
