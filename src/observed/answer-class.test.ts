import { describe, expect, it } from 'vitest';
import { type Answer, decodeAnswer } from './answer.ts';
import { type ClassContext, classify } from './answer-class.ts';
import type { Origin } from './origin.ts';
import { shapeOf } from './shape.ts';

const ORIGIN = { origin: 'http://127.0.0.1:8000', protocol: 'http:' } as Origin;

function answer(status: number, body: unknown = '', headers: Record<string, string> = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? (body.startsWith('<') ? 'text/html' : 'text/plain') : 'application/json';
  const list = Object.entries({ 'Content-Type': type, ...headers });
  return decodeAnswer('x1', 'GET', '/api/a/?q=1', { status, headers: list, body: Buffer.from(text), truncated: false });
}

function classOf(one: Answer, valid: Answer | null = null, soft: Answer | null = null): string {
  const context: ClassContext = {
    origin: ORIGIN,
    valid: valid && shapeOf(valid),
    softNotFound: soft && shapeOf(soft),
    knownDenials: new Set(),
  };
  return classify(one, context).class;
}

const DATA = answer(200, { items: [{ id: 1 }] });

describe('answer classes', () => {
  const rows: [string, Answer, string, (Answer | null)?][] = [
    ['401', answer(401, { detail: 'x' }), 'DENIED'],
    ['403 of DRF', answer(403, { detail: 'You do not have permission to perform this action.' }, { Allow: 'GET' }), 'DENIED'],
    ['403 with CSRF', answer(403, { detail: 'CSRF Failed: CSRF token missing.' }), 'CSRF'],
    ['429', answer(429, { detail: 'throttled' }), 'THROTTLED'],
    ['503 with a pause', answer(503, '', { 'Retry-After': '3' }), 'THROTTLED'],
    ['503 without', answer(503), 'CRASH'],
    ['500', answer(500, '<h1>Server Error</h1>'), 'CRASH'],
    ['502', answer(502, '<h1>Bad gateway</h1>'), 'PREGATE'],
    ['login redirect by next', answer(302, '', { Location: '/people/enter/?next=/api/a/' }), 'DENIED'],
    ['login redirect by name', answer(302, '', { Location: '/accounts/login/' }), 'DENIED'],
    ['slash redirect', answer(301, '', { Location: '/api/a' }), 'PREGATE'],
    ['https redirect', answer(301, '', { Location: 'https://127.0.0.1/api/a/?q=1' }), 'PREGATE'],
    ['other origin', answer(302, '', { Location: 'https://sso.example/login?next=/' }), 'OFFSCOPE'],
    ['other redirect', answer(302, '', { Location: '/home/' }), 'PREGATE'],
    ['404 of the resolver', answer(404, '<h1>Not Found</h1>'), 'PREGATE'],
    ['404 of a view', answer(404, { detail: 'No Item matches.' }, { Allow: 'GET' }), 'REACHED-INERT'],
    ['405 of a view', answer(405, { detail: 'x' }, { Allow: 'POST' }), 'REACHED-INERT'],
    ['415', answer(415, { detail: 'x' }, { Allow: 'POST' }), 'REACHED-INERT'],
    ['400 of the host check', answer(400, '<h1>Bad Request (400)</h1>'), 'PREGATE'],
    ['400 of a field', answer(400, { name: ['This field is required.'] }), 'REACHED-INERT'],
    ['400 that wants a token', answer(400, { error: 'Token is required' }), 'DENIED'],
    ['406', answer(406, { detail: 'x' }, { Allow: 'GET' }), 'PREGATE'],
    ['200', DATA, 'REACHED'],
    ['204', answer(204), 'REACHED'],
    ['200 with an error inside', answer(200, { code: 401, message: 'please log in' }), 'DENIED', DATA],
    ['200 with an error inside, valid unknown', answer(200, { error: 'invalid token' }), 'DENIED'],
    ['200 with a failed flag', answer(200, { success: false, message: 'no' }), 'DENIED', DATA],
    ['200 with a greeting', answer(200, { message: 'hello' }), 'REACHED', answer(200, { message: 'hello' })],
    ['200 with a status', answer(200, { status: 'ok' }), 'REACHED', answer(200, { status: 'ok' })],
    ['200 login page', answer(200, '<html><input type="password" name="p"></html>'), 'DENIED', DATA],
  ];
  it.each(rows)('%s', (_name, one, expected, valid = null) => {
    expect(classOf(one, valid)).toBe(expected);
  });

  it.each([
    [1000, 'DENIED'],
    [1005, 'DENIED'],
    [1008, 'DENIED'],
    [4401, 'DENIED'],
    // Went away, hung up, failed, restarts, has no room: none of them is a refusal.
    [1001, 'CRASH'],
    [1006, 'CRASH'],
    [1011, 'CRASH'],
    [1012, 'CRASH'],
    [1013, 'CRASH'],
  ])('a WebSocket that is closed at once with code %d: %s', (closed, expected) => {
    expect(classOf({ ...answer(101), closed })).toBe(expected);
  });

  it('takes the answer to made-up paths for no answer', () => {
    expect(classOf(answer(200, { page: 'home' }), null, answer(200, { page: 'other' }))).toBe('PREGATE');
    expect(classOf(answer(200, { items: [] }), null, answer(200, { page: 'other' }))).toBe('REACHED');
  });
});
