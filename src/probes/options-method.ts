/** Probe: OPTIONS in place of GET, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'options-method',
  title: 'OPTIONS without a token',
  why: 'Whoever asks what the operation can do: shows what is told before a token is asked for. Browsers ask this way, so an answer alone is no fault.',
  sends: { place: 'none', material: 'none', method: 'OPTIONS' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the document says nothing about OPTIONS',
  },
  references: ['R19', 'ASVS 4.1.4'],
};
