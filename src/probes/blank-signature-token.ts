/** Probe: an HMAC with an empty secret, or zeros in the place of an ECDSA signature. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'blank-signature-token',
  title: 'a token signed with nothing',
  why: 'Whoever signs with an empty secret, or writes zeros where a signature of two numbers stands: finds keys that were never set, and verifiers that do not look at the numbers.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'blank' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'weak-secret-token asks the source for empty secrets; how a library checks numbers is not followed' },
  references: ['J09', 'J19', 'RFC 8725 section 3.5', 'CVE-2022-21449'],
};
