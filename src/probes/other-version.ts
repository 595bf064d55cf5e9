/** Probe: the operation in another version of the API, named by header or query, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'other-version',
  title: 'another version of the API, without a token',
  why: 'Whoever asks for an older version in the Accept header, a header of its own or the query string: finds views and permissions that ask for a token in the newest version only. Sent where source or document say how clients name a version.',
  sends: { place: 'none', material: 'none', changes: 'api-version' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document says for each operation, and not for each version, who may call it',
    predicted: 'the source is asked as a plain request is answered, in the default version',
  },
  references: ['R38', 'CWE-288', 'RFC 9110 section 12.5.1'],
};
