/** Probe: the name of a user in the headers that proxies write it in, and in the spelling that WSGI takes for the same (PEP 3333: both become HTTP_X_REMOTE_USER). */
import type { Probe } from '../model/probe.ts';
import { IDENTITY_HEADER_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'identity-header',
  title: 'the name of a user in a proxy header',
  why: 'Whoever reaches the application past its proxy, or through one that lets such headers pass: finds identities that are believed. The server is told the name of the own user of the run, and never another.',
  sends: {
    place: 'header',
    names: IDENTITY_HEADER_NAMES,
    material: 'identity',
    scheme: 'none',
    also: [{ label: 'with underscores', joint: '_' }],
  },
  needs: ['login'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { promised: 'a document does not speak of the headers of proxies' },
  references: ['R11', 'CWE-290', 'ASVS 4.1.3'],
};
