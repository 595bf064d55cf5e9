import { describe, expect, it } from 'vitest';
import { UsageError } from '../model/errors.ts';
import { addressClass, type Origin, resolveOrigin, sameOrigin } from './origin.ts';

async function refused(url: string, allow: readonly string[] = []): Promise<string> {
  try {
    await resolveOrigin(url, allow);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error(`accepted ${url}`);
}

describe('the origin guard', () => {
  it('takes loopback and private hosts, with a path prefix', async () => {
    expect(await resolveOrigin('http://127.0.0.1:8000/backend/', [])).toMatchObject({
      address: '127.0.0.1',
      port: 8000,
      prefix: '/backend',
      host: '127.0.0.1:8000',
    });
    expect(await resolveOrigin('https://10.1.2.3', [])).toMatchObject({ port: 443, prefix: '' });
    expect(await resolveOrigin('http://[::1]:9', [])).toMatchObject({ family: 6, address: '::1' });
    expect((await resolveOrigin('http://localhost:1', [])).address).toMatch(/^(127\.0\.0\.1|::1)$/);
  });

  it('takes other hosts only when they are named', async () => {
    expect(await refused('http://93.184.216.34')).toContain('--allow-host 93.184.216.34');
    expect(await resolveOrigin('http://93.184.216.34', ['93.184.216.34'])).toMatchObject({ address: '93.184.216.34' });
    expect(await refused('http://93.184.216.34', ['example.org'])).toContain('--allow-host');
  });

  it('never takes link-local, metadata and reserved addresses, however they are written', async () => {
    for (const host of [
      '169.254.169.254',
      '[::ffff:169.254.169.254]',
      '[::ffff:a9fe:a9fe]',
      '2852039166',
      '0xa9fea9fe',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '100.100.100.200',
      '224.0.0.1',
      '0.0.0.0',
      '[::]',
    ]) {
      expect(await refused(`http://${host}/`, ['169.254.169.254', 'fe80::1', host]), host).toContain('never asked');
    }
  });

  it('refuses what is no plain origin, and repeats no password', async () => {
    expect(await refused('not a url')).toContain('not a URL');
    expect(await refused('ftp://127.0.0.1')).toContain('only http: and https:');
    expect(await refused('http://ann:hunter2@127.0.0.1')).not.toContain('hunter2');
    expect(await refused('http://127.0.0.1/?a=1')).toContain('without ?');
    expect(await refused('http://no-such-host.invalid')).toContain('cannot be resolved');
  });

  it('knows IPv4 inside IPv6', () => {
    expect(addressClass('::ffff:127.0.0.1')).toBe('local');
    expect(addressClass('::ffff:7f00:1')).toBe('local');
    expect(addressClass('::ffff:8.8.8.8')).toBe('public');
    expect(addressClass('fd12::1')).toBe('local');
    expect(addressClass('2606:4700::1')).toBe('public');
  });

  it('tells its own redirects from others', () => {
    const origin = { origin: 'http://127.0.0.1:8000' } as Origin;
    expect(sameOrigin(origin, '/login/', '/a/')).toBe(true);
    expect(sameOrigin(origin, 'http://127.0.0.1:8000/x', '/a/')).toBe(true);
    for (const location of [
      '//evil.example/x',
      'http://127.0.0.1:8001/',
      'https://127.0.0.1:8000/',
      '\\\\evil.example',
      'http://127.0.0.1:8000@evil.example/',
    ]) {
      expect(sameOrigin(origin, location, '/a/'), location).toBe(false);
    }
  });
});
