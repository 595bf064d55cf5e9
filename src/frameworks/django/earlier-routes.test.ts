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
    ['u/([^/]+)/$', 'u/([\\w.@+-]+)/$'],
    ['u/(?:[a-z]|[A-Z]|\\d|_)+/$', 'u/(\\w+)/$'],
    ['n/(\\d{1,4}|\\d{5,})/$', 'n/(\\d+)/$'],
    ['a/(\\w+)/ab?c*/([^/]+)/a/$', 'a/x/a/y/a/$'],
    ['(\\w+/)?a\\.b/[a/]x{2}y/z+/$', 'a\\.b/axxy/zz/$'],
  ])('%s hides %s', (earlier, later) => {
    expect(hiddenBehind(earlier, later)).toBe(true);
  });

  it.each([
    ['users/me/$', 'users/(?:[^/]+)/$'],
    ['users/(?:[0-9]+)/$', 'users/(?:[^/]+)/$'],
    ['users/$', 'users'],
    ['users/(?:[^/]+)/$', 'users/(?:[^/]+)/posts/$'],
    ['(?:[0-9]+)/$', 'users/$'],
    ['u/([\\w.@+-]+)/$', 'u/(?:[^/]+)/$'],
    ['n/(\\d{1,4})/$', 'n/(?:[0-9]+)/$'],
    ['n/([^7]+|7)/$', 'n/(?:[^/]+)/$'],
    ['a/(\\d+)/(\\w+)/$', 'a/(\\w+)/(\\w+)/$'],
  ])('%s does not hide %s', (earlier, later) => {
    expect(hiddenBehind(earlier, later)).toBe(false);
  });

  it('hide together what none of them hides', () => {
    const routes = new EarlierRoutes();
    for (const text of ['x/me/$', 'x/you/$', 'x/[^m]e/$']) routes.add(text);
    expect(routes.hides('x/(me|you|he)/$')).toBe(true);
    expect(routes.hides('x/(me|you|she)/$')).toBe(false);
  });

  it.each([
    ['dead/$notes/$', true],
    ['dead/$', false],
    ['a/(?=b)c/$', false],
    ['[]x]/$', false],
    ['[а-я]+(?=q)/$', false],
  ])('%s, which no path matches or none that is known of, is unreachable: %s', (text, unreachable) => {
    expect(new EarlierRoutes().hides(text)).toBe(unreachable);
  });

  it('do not count where they lead to the same callback', () => {
    const routes = new EarlierRoutes();
    routes.add('.*?version/', 'page');
    expect(routes.hides('api/version/', 'page')).toBe(false);
    expect(routes.hides('tools/version/$', 'tools')).toBe(true);
  });

  it('stays quick behind a pattern that takes all', () => {
    const routes = new EarlierRoutes();
    routes.add('(?:[^/]+)/.*');
    for (let i = 0; i < 2_000; i++) expect(routes.hides(`api${i}/(?:[-a-zA-Z0-9_]+)/items/(?:[0-9]+)/\\.(?:[a-z0-9]+)/?$`)).toBe(true);
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
