/** Probe: a token whose header brings a certificate that vouches for itself. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'certificate-token',
  title: 'a token that brings its own certificate',
  why: 'Whoever signs with a key of his own and writes a certificate of it into the header: finds code that takes the key and asks nobody who issued it.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'sender-certificate' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'which key a header may bring is not followed in the source' },
  references: ['J17', 'RFC 7515 section 4.1.6', 'CWE-295'],
};
