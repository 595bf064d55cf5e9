/** Probe: a token of somebody who is no administrator, at an operation for administrators. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'low-role-token',
  title: 'a token of few rights, where administrators are asked for',
  why: 'Whoever has an account of his own and guesses the paths of the administration: finds operations that ask for a login and not for whose it is. Sent where path, tags or the names of the permissions say that an operation is for administrators.',
  sends: { place: 'header', material: 'low', scheme: 'auto', at: 'administration' },
  needs: ['token', 'low-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document says which scopes an operation takes, and nothing of roles',
    predicted: 'whose role a token has is not written in the source',
  },
  references: ['R21', 'OWASP API5:2023', 'ASVS 8.2.1', 'CWE-862'],
};
