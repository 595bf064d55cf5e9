/** Probe: the operation's method named in a header or field of a request with another method, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'method-override',
  title: 'the method named in a header, without a token',
  why: 'Whoever sends a GET that says "X-HTTP-Method-Override: DELETE": finds gates that look at the method before the override is honoured.',
  sends: { place: 'none', material: 'none', override: true },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document says nothing about a method that is named in a header',
  },
  references: ['R14', 'CWE-288'],
};
