/** Probe: the operation as a page in place of JSON, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'other-representation',
  title: 'the answer as a page, without a token',
  why: 'Whoever asks as a browser does (Accept: text/html, ?format=api) where clients of the API are turned away: finds checks that leave pages to somebody else.',
  sends: { place: 'none', material: 'none', changes: 'representation' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document says for each operation, and not for each media type, who may call it',
    predicted: 'which renderer answers is not followed in the source',
  },
  references: ['R38', 'CWE-288', 'RFC 9110 section 12.5.1'],
};
