/** Probe: what names a user, and is no secret, where the token stands. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'user-as-token',
  title: 'the name of a user as the token',
  why: 'Whoever knows who uses the API: finds tokens that are a name, a number or an address of a user, plain or in base64. The server is told the name of the own user of the run, and never another.',
  sends: { place: 'header', material: 'user', scheme: 'auto' },
  needs: ['login'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  references: ['R11', 'CWE-290', 'OWASP API2:2023'],
};
