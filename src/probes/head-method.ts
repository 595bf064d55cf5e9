/** Probe: HEAD in place of GET, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'head-method',
  title: 'HEAD without a token',
  why: 'Whoever asks with HEAD where GET is guarded: finds permissions that compare the method with the word GET.',
  sends: { place: 'none', material: 'none', method: 'HEAD' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R13', 'RFC 9110 section 9.3.2'],
};
