/** Which routes an earlier pattern hides. */
import { describe, expect, it } from 'vitest';
import { EarlierRoutes } from './earlier-routes.ts';

const hiddenBehind = (earlier: string, later: string): boolean => {
  const routes = new EarlierRoutes();
  routes.add(earlier);
  return routes.hides(later);
};

describe('earlier routes', () => {
  it.each([
    ['users/$', 'users/$'],
    ['users/(?:[^/]+)/$', 'users/me/$'],
    ['api/', 'api/users/$'],
    ['users/(?:[^/]+)/$', 'users/(?:[0-9]+)/$'],
    ['api/(\\w+)', 'api/(?:[0-9]+)/x/$'],
  ])('%s hides %s', (earlier, later) => {
    expect(hiddenBehind(earlier, later)).toBe(true);
  });

  it.each([
    ['users/me/$', 'users/(?:[^/]+)/$'],
    ['users/(?:[0-9]+)/$', 'users/(?:[^/]+)/$'],
    ['users/$', 'users'],
    ['users/(?:[^/]+)/$', 'users/(?:[^/]+)/posts/$'],
    ['(?:[0-9]+)/$', 'users/$'],
  ])('%s does not hide %s', (earlier, later) => {
    expect(hiddenBehind(earlier, later)).toBe(false);
  });

  it('do not count where they lead to the same callback', () => {
    const routes = new EarlierRoutes();
    routes.add('.*?version/', 'page');
    expect(routes.hides('api/version/', 'page')).toBe(false);
    expect(routes.hides('tools/version/$', 'tools')).toBe(true);
  });

  it('stays quick with ten thousand routes', () => {
    const routes = new EarlierRoutes();
    let hidden = 0;
    for (let i = 0; i < 10_000; i++) {
      const text = `api/things${i}/(?:[0-9]+)/$`;
      if (routes.hides(text)) hidden += 1;
      routes.add(text);
    }
    expect(hidden).toBe(0);
  });
});
