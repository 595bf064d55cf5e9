/** Probe: a made-up token, and the valid one in a second line of the same header. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'token-after-garbage',
  title: 'the valid token in the last of two header lines',
  why: 'Whoever sends the header twice, with his own token behind: finds servers that take the last line, where a proxy before them may look at the first one.',
  sends: { place: 'header', material: 'valid', scheme: 'auto', beside: 'before' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document says nothing about a header that is sent twice',
    predicted: 'Django gets the lines joined with a comma; which of them something in front of it takes is not in the source',
  },
  references: ['R08', 'CWE-436', 'RFC 9110 section 5.3'],
};
