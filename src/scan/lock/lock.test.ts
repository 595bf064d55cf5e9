import { describe, expect, it } from 'vitest';
import { compareLocks } from './compare.ts';
import type { LockEntry } from './entry.ts';
import { readLock, writeLock } from './file.ts';

const entry = (over: Partial<LockEntry> = {}): LockEntry => ({
  method: 'GET',
  path: '/api/users/{id}/',
  who: 'valid-token',
  permissions: ['rest_framework.permissions.IsAuthenticated'],
  authenticators: ['rest_framework.authentication.TokenAuthentication'],
  ...over,
});

describe('the file', () => {
  it('gives back what was written', () => {
    const entries = [
      entry(),
      entry({ method: '*', path: '/odd  path/%2F/', who: 'unknown', permissions: null, authenticators: null }),
      entry({ method: 'DELETE', who: 'anyone', permissions: [], authenticators: ['shop.auth.KeyAuthentication'] }),
      entry({ method: 'PUT', permissions: ['(shop.perms.A | ~rest_framework.permissions.IsAdminUser)', 'shop.perms.B'] }),
      entry({ method: 'POST', who: 'forged-token' }),
    ];
    const text = writeLock({ settings: 'config.settings', entries });
    expect(readLock(text, 'unlatched.lock')).toEqual({ settings: 'config.settings', entries });
  });

  it('is readable: one line an operation, names of the framework short', () => {
    const lines = writeLock({ settings: 'a.b', entries: [entry()] }).split('\n');
    expect(lines[2]).toBe('valid-token   GET     /api/users/{id}/  permissions IsAuthenticated  authenticators TokenAuthentication');
    expect(lines).toHaveLength(4);
  });

  it.each([
    ['', /unlatched\.lock:1: the first line/],
    ['# unlatched.lock 9: who may call what, as the source of a says.\n', /:1: written in format 9, this version reads 1/],
    ['# unlatched.lock 1: who may call what, as the source of a says.\n\n<<<<<<< HEAD\n', /:3: this is no line of a lock/],
    [writeLock({ settings: 'a', entries: [entry(), entry()] }), /:4: GET \/api\/users\/\{id\}\/ stands here for the second time/],
  ])('refuses what is no lock, in one line with its place', (text, message) => {
    expect(() => readLock(text, 'unlatched.lock')).toThrow(message);
  });
});

describe('what changed', () => {
  const between = (before: Partial<LockEntry>, after: Partial<LockEntry>) =>
    compareLocks([entry(before)], [entry(after)]).map(({ direction, texts }) => `${direction}: ${texts.join('; ')}`);
  const drf = (...names: string[]) => names.map((name) => `rest_framework.permissions.${name}`);

  it.each<[Partial<LockEntry>, Partial<LockEntry>, string[]]>([
    [{}, {}, []],
    [{}, { path: '/api/users/{pk}/' }, []],
    [{}, { who: 'anyone' }, ['looser: a valid token only -> anyone']],
    [{ who: 'forged-token' }, {}, ['tighter: any word as a token -> a valid token only']],
    [{}, { who: 'unknown' }, ['looser: a valid token only -> unknown']],
    [{ who: 'anyone' }, { who: 'unknown' }, ['tighter: anyone -> unknown']],
    [{ permissions: drf('IsAdminUser') }, { permissions: drf('IsAuthenticated') }, ['looser: permissions IsAdminUser -> IsAuthenticated']],
    [
      { permissions: drf('IsAuthenticated') },
      { permissions: [...drf('IsAuthenticated'), 'shop.perms.HasSeat'] },
      ['tighter: permissions IsAuthenticated -> IsAuthenticated, HasSeat'],
    ],
    [{ permissions: ['shop.A'] }, { permissions: ['shop.B'] }, ['changed: permissions A -> B']],
    [{ permissions: ['(shop.A | shop.B)'] }, { permissions: null }, ['changed: permissions (A | B) -> unknown']],
    [{ authenticators: [] }, { authenticators: ['shop.Key'] }, ['looser: authenticators none -> Key']],
    [
      { permissions: ['shop.A'], authenticators: ['shop.Key'] },
      { permissions: ['shop.A', 'shop.B'], authenticators: ['shop.Key', 'shop.Other'] },
      ['changed: permissions A -> A, B; authenticators Key -> Key, Other'],
    ],
  ])('%j to %j', (before, after, expected) => expect(between(before, after)).toEqual(expected));

  it('names new and vanished operations', () => {
    expect(compareLocks([entry({ path: '/b/' })], [entry({ path: '/a/', who: 'anyone' }), entry({ path: '/c/' })])).toEqual([
      { direction: 'looser', method: 'GET', path: '/a/', texts: ['new: anyone'] },
      { direction: 'tighter', method: 'GET', path: '/b/', texts: ['gone: was a valid token only'] },
      { direction: 'changed', method: 'GET', path: '/c/', texts: ['new: a valid token only'] },
    ]);
  });
});
