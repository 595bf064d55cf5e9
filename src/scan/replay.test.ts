import { expect, it } from 'vitest';
import type { ScanDocument } from '../model/scan-document.ts';
import { observationOf } from './replay.ts';

const DOCUMENT = {
  witnesses: { observed: { url: 'http://127.0.0.1:1', requests: 3, canary: 'held' } },
  reasons: [
    { text: 'answered 200', exchange: 'x1', because: [1, 9] },
    { text: 'the canary held', because: [0, 1] },
  ],
  exchanges: {
    x1: {
      probe: 'no-token',
      operation: 'GET /a/',
      request: { method: 'GET', url: 'http://127.0.0.1:1/a/', headers: [] },
      response: null,
      answer_class: 'REACHED',
      shows: 'debug-page',
      curl: 'curl',
      duration_ms: 4,
    },
  },
  operations: [
    {
      id: 'GET /a/',
      probes: {
        'no-token': { observed: { verdict: 'admits', status: 200, reasons: [0, 7] }, predicted: { verdict: 'rejects', reasons: [] } },
      },
    },
  ],
} as unknown as ScanDocument;

it('gives the answers of the server back, with reasons and exchanges', () => {
  const { verdicts, exchanges, canary, requests } = observationOf(DOCUMENT);
  expect(verdicts.get('GET /a/')?.get('no-token')).toEqual({
    verdict: 'admits',
    status: 200,
    reasons: [{ text: 'answered 200', exchange: 'x1', because: [{ text: 'the canary held' }] }],
  });
  expect(exchanges[0]).toMatchObject({ id: 'x1', answerClass: 'REACHED', shows: 'debug-page', duration: 4 });
  expect([canary, requests]).toEqual(['held', 3]);
});
