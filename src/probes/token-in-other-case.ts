/** Probe: the valid token with its letters in the other case. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'token-in-other-case',
  title: 'the valid token in the other case',
  why: 'Whoever guesses tokens: finds look-ups that take small and capital letters for the same, so that each letter is worth less.',
  sends: { place: 'header', material: 'other-case', scheme: 'auto' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'whether a database tells small letters from capital ones is for its collation, which is not in the source' },
  references: ['R07', 'CWE-178'],
};
