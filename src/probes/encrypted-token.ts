/** Probe: a token encrypted to the public key, which nobody signed. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'encrypted-token',
  title: 'an encrypted token that nobody signed',
  why: 'Whoever has the public key, as everybody has, and encrypts with it: finds code that takes for genuine what it could decrypt.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'nobody', form: 'encrypted' } },
  needs: ['signed-token', 'public-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'what is encrypted is not followed in the source' },
  references: ['J33', 'RFC 7516', 'RFC 8725 section 2.3', 'CWE-347'],
};
