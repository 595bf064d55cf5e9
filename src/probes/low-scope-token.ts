/** Probe: a token that lacks the scopes which the document asks for. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'low-scope-token',
  title: 'a token of few rights',
  why: 'Whoever was given a token for something harmless: finds operations that ask who somebody is and not what the token may do.',
  sends: { place: 'header', material: 'low', scheme: 'auto' },
  needs: ['token', 'low-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'which scopes a token has is not written in the source' },
  references: ['R41', 'RFC 6750 section 3.1', 'ASVS 10.3.2', 'CWE-863'],
};
