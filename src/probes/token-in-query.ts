/** Probe: the valid token in the query string, where logs, proxies and Referer headers copy it. */
import type { Probe } from '../model/probe.ts';
import { QUERY_NAMES } from './shared/credential-names.ts';

export const probe: Probe = {
  id: 'token-in-query',
  title: 'the valid token in the query string',
  why: 'Whoever can read an access log, a browser history or a Referer header: finds operations that take the token from the URL.',
  sends: { place: 'query', names: QUERY_NAMES, material: 'valid', scheme: 'none' },
  needs: ['token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: ['R09', 'RFC 6750 section 2.3', 'RFC 9700 section 4.3.2', 'ASVS 14.2.1'],
};
