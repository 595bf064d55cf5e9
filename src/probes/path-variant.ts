/** Probe: the path of the operation in another spelling, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'path-variant',
  title: 'another spelling of the path, without a token',
  why: 'Whoever asks for /Orders/, //orders/, /orders.json or /%6frders/ where /orders/ is guarded: finds checks in front of the views that compare paths more strictly than the routes do.',
  sends: { place: 'none', material: 'none', changes: 'path' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document knows each path in one spelling',
    predicted: 'the routes that the source knows are operations of their own, and what a server makes of a spelling is not in it',
  },
  references: ['R15', 'CWE-288', 'WSTG-ATHN-04', 'RFC 3986 section 6.2'],
};
