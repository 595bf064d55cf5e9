/** Probe: a token whose header brings the key that verifies it. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'own-key-token',
  title: 'a token that brings its own key',
  why: 'Whoever signs with a key of his own and writes its public half into the header: finds code that looks there for the key.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'sender' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'which key a header may bring is not followed in the source' },
  references: ['J15', 'RFC 7515 section 4.1.3', 'ASVS 9.1.3', 'CVE-2018-0114'],
};
