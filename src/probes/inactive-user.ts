/** Probe: the token of a user who was deactivated. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'inactive-user',
  title: 'the token of a deactivated user',
  why: 'Whoever was locked out: shows whether an account that is switched off stays out.',
  sends: { place: 'header', material: 'valid', scheme: 'auto', owner: 'inactive' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document does not say whose token counts',
    observed: 'not sent: it would need an account to be switched off',
  },
  references: ['R24', 'SA14', 'ASVS 7.4.2', 'CWE-613'],
};
