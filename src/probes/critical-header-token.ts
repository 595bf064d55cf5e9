/** Probe: a signed token whose header demands an extension that nobody knows. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'critical-header-token',
  title: 'a token with an unknown critical header',
  why: 'Whoever reads crit where another does not: two services that understand a token differently. It must be refused by whoever does not know the extension.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'issuer', critical: 'unknown' } },
  needs: ['signing-key'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'what the libraries do with crit is not followed in the source' },
  references: ['J18', 'RFC 7515 section 4.1.11', 'CVE-2026-32597'],
};
