/** Probe: the claims in JSON instead of the compact form, with no signature. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'json-token',
  title: 'a token in JSON without a signature',
  why: 'Whoever writes the token in its other form, with a list of signatures that is empty: finds code that verifies each signature there is. And who has a signed one puts claims of his own beside it: finds code that reads other claims than it has verified.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'nobody', form: 'json' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'what other forms of a token lead to is not followed in the source' },
  references: ['J34', 'RFC 7515 section 7.2', 'CVE-2022-39227'],
};
