/** Probe: the name of a user in the headers that proxies write it in. */
import type { Probe } from '../model/probe.ts';
import { IDENTITY_HEADER_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'identity-header',
  title: 'the name of a user in a proxy header',
  why: 'Whoever reaches the application past its proxy, or through one that lets such headers pass: finds identities that are believed.',
  sends: { place: 'header', names: IDENTITY_HEADER_NAMES, material: 'identity', scheme: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'a document does not speak of the headers of proxies',
    observed: 'not sent: it would name a user of the server',
  },
  references: ['R11', 'CWE-290', 'ASVS 4.1.3'],
};
