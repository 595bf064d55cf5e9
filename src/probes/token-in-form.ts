/** Probe: the valid token in the form of the body. */
import type { Probe } from '../model/probe.ts';
import { QUERY_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'token-in-form',
  title: 'the valid token in the body',
  why: 'Whoever reads logs of request bodies: finds operations that take the token from the form.',
  sends: { place: 'form', names: QUERY_NAMES, material: 'valid', scheme: 'none' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    observed: 'not sent: a form body needs an unsafe method',
  },
  references: ['R09', 'RFC 6750 section 2.2'],
};
