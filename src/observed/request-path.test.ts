import { describe, expect, it } from 'vitest';
import type { Target } from '../model/witness.ts';
import type { Origin } from './origin.ts';
import { concretePath, siblingPath } from './request-path.ts';

const ORIGIN = { origin: 'http://127.0.0.1:8000', prefix: '/pre' } as Origin;
const target = (path: string, params: Record<string, string> = {}): Target => ({
  id: path,
  method: 'GET',
  path,
  params,
  query: {},
  harmless: true,
  inert: null,
  authenticators: [],
  queryNames: [],
  headerNames: [],
});

describe('paths', () => {
  it('are filled in, escaped, and never leave the prefix', () => {
    expect(concretePath(ORIGIN, target('/items/{id}/x.{format}', { id: 'a/b c' }))).toMatchObject({
      path: '/pre/items/a%2Fb%20c/x.json',
      guessed: [],
    });
    expect(concretePath(ORIGIN, target('/items/{id}/ü{'))).toMatchObject({ path: '/pre/items/1/%C3%BC%7B', guessed: ['id'] });
    expect(concretePath(ORIGIN, target('//evil.example/'))!.path).toBe('/pre//evil.example/');
    expect(concretePath(ORIGIN, target('/{id}/', { id: '..' }))).toBeNull();
    expect(concretePath(ORIGIN, target('/a/%2e%2E/b'))).toBeNull();
  });
  it('have made-up siblings', () => {
    expect(siblingPath('/api/items/', 'zz').path).toBe('/api/zz/');
    expect(siblingPath('/api/items/1', 'zz').path).toBe('/api/items/zz');
    expect(siblingPath('/', 'zz').path).toBe('/zz');
  });
});
