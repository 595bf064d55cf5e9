import { expect, it } from 'vitest';
import type { JoinedOperation } from '../matrix/join.ts';
import type { Exchange } from '../model/exchange.ts';
import type { SourceOperation } from '../model/matrix.ts';
import type { Target } from '../model/witness.ts';
import { PROBES } from '../probes/index.generated.ts';
import { offeredBy } from './offered.ts';

const row: JoinedOperation = { id: 'POST /bays/', method: 'POST', path: '/bays/', source: null, documented: null };
const target: Target = {
  id: row.id,
  method: 'POST',
  path: '/v2/bays/',
  params: {},
  query: {},
  harmless: true,
  inert: null,
  authenticators: [],
  queryNames: [],
  headerNames: [],
};
const allowing = (allow: string, more: Partial<Exchange> = {}): Exchange => ({
  id: 'x1',
  probe: 'no-token',
  operation: row.id,
  request: { method: 'POST', url: 'http://127.0.0.1/v2/bays/', headers: [] },
  response: { status: 401, headers: [['Allow', allow]], excerpt: '' },
  answerClass: 'DENIED',
  curl: '',
  duration: 1,
  ...more,
});
const told = (exchange: Exchange, { rows = [row], targets = [target] } = {}) => {
  const found = offeredBy(rows, targets, PROBES, { exchanges: [exchange] });
  return [...found.targets.map(({ id, path }) => `${id} at ${path}`), ...found.unasked];
};

it('reads come with the path at which the server has them, writes by name', () => {
  expect(told(allowing('GET, POST, DELETE, HEAD, OPTIONS'))).toEqual(['GET /bays/ at /v2/bays/', 'DELETE /bays/']);
  expect(told(allowing('post,options'))).toEqual([]);
});

it('an answer from another path, from a made-up one or to a handshake tells nothing of this one', () => {
  const allow = 'GET, POST, PUT';
  expect(told(allowing(allow, { probe: 'version-path' }))).toEqual([]);
  expect(told(allowing(allow, { probe: 'path-variant' }))).toEqual([]);
  expect(told(allowing(allow, { probe: 'made-up-path', operation: null }))).toEqual([]);
  expect(told(allowing(allow), { targets: [{ ...target, socket: true }] })).toEqual([]);
});

it('where there is source, its routes say what there is', () => {
  expect(told(allowing('GET, POST'), { rows: [{ ...row, source: {} as SourceOperation }] })).toEqual([]);
  // The document has it already.
  expect(told(allowing('GET, POST'), { rows: [row, { ...row, id: 'GET /bays/', method: 'GET' }] })).toEqual([]);
});
