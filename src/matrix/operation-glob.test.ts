import { expect, test } from 'vitest';
import { matchesGlob, parseOperationGlob } from './operation-glob.ts';

test.each([
  ['GET /api/patients/**', 'GET', '/api/patients/', true],
  ['GET /api/patients/**', 'GET', '/api/patients/{id}/timeline/', true],
  ['GET /api/patients/**', 'POST', '/api/patients/', false],
  ['* /api/patients/*', 'DELETE', '/api/patients/{id}/', true],
  ['* /api/patients/*', 'DELETE', '/api/patients/{id}/notes/', false],
  ['POST /api/<slug:org>/login', 'POST', '/api/{organisation}/login/', true],
  ['GET /api/{}/', 'GET', '/api/7', true],
  ['GET /docs/open*.json', 'GET', '/docs/openapi.json', true],
  ['GET /docs/open*.json', 'GET', '/docs/opened.yaml', false],
  ['GET /**/secret', 'GET', '/a/b/secret/', true],
  ['GET /**', 'GET', '/', true],
  ['GET /a*a', 'GET', '/a', false],
])('%s means %s %s: %s', (pattern, method, path, expected) => {
  expect(matchesGlob(parseOperationGlob(pattern)!, method, path)).toBe(expected);
});

test('a view that takes any method is meant by every method', () => {
  expect(matchesGlob(parseOperationGlob('POST /hook/')!, '*', '/hook/')).toBe(true);
});

test('what is not METHOD /path is null', () => {
  for (const text of ['', '/a/', 'GET', 'GET a/', 'GET /a b']) expect(parseOperationGlob(text)).toBeNull();
});

test('a hostile pattern comes to an end', () => {
  const path = `/${'a/'.repeat(400)}`;
  expect(matchesGlob(parseOperationGlob(`GET /${'**/'.repeat(400)}b`)!, 'GET', path)).toBe(false);
  expect(matchesGlob(parseOperationGlob(`GET /${'*a'.repeat(400)}b`)!, 'GET', `/${'a'.repeat(5000)}`)).toBe(false);
});
