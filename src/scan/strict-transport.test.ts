import { expect, it } from 'vitest';
import type { Exchange } from '../model/exchange.ts';
import { strictTransportProblem } from './strict-transport.ts';

const answer = (url: string, ...headers: (readonly [string, string])[]): Exchange => ({
  id: 'x1',
  probe: 'no-token',
  operation: null,
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers, excerpt: '' },
  answerClass: 'REACHED',
  curl: '',
  duration: 1,
});
const TYPE = ['Content-Type', 'application/json'] as const;

it.each<[string, readonly (readonly [string, string])[], string | null]>([
  ['https://api.shop.com', [TYPE], 'warning'],
  ['https://localhost:8443', [TYPE], 'note'],
  ['https://api.shop.com', [TYPE, ['strict-transport-security', 'max-age=31536000; includeSubDomains']], null],
  ['https://api.shop.com', [TYPE, ['Strict-Transport-Security', 'max-age=0']], 'warning'],
  // For an address the header does not count.
  ['https://93.184.216.34', [TYPE], null],
  ['https://[2001:db8::1]:8443', [TYPE], null],
  ['http://api.shop.com', [TYPE], null],
])('%s answers with %o: %s', (url, headers, severity) => {
  expect(strictTransportProblem(url, [answer(`${url}/things/`, ...headers)])?.severity ?? null).toBe(severity);
});

it('one answer that has it is enough, and where nothing was answered nothing is said', () => {
  const url = 'https://api.shop.com';
  const strict = answer(`${url}/b/`, ['Strict-Transport-Security', 'max-age="600"']);
  expect(strictTransportProblem(url, [answer(`${url}/a/`, TYPE), strict])).toBeNull();
  expect(strictTransportProblem(url, [])).toBeNull();
  // What the http address says does not count.
  expect(
    strictTransportProblem(url, [answer(`${url}/a/`, TYPE), answer('http://api.shop.com/b/', strict.response!.headers[0]!)]),
  ).not.toBeNull();
});
