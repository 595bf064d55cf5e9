import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../model/errors.ts';
import { garbageLike, tamper } from './break.ts';
import { jwtFacts, tokenKind } from './inspect.ts';
import { redact, redactHeader, tokenMark } from './redact.ts';
import { challengeSchemes, schemeCandidates } from './scheme.ts';
import { readSecret } from './secret.ts';

function sign(payload: object, key = 'k'.repeat(32)): string {
  const head = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${head}.${body}.${createHmac('sha256', key).update(`${head}.${body}`).digest('base64url')}`;
}

const JWT = sign({ user_id: 7, token_type: 'access', iat: 1000, exp: 1300, jti: 'x' });
const OPAQUE = '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b';

describe('inspect', () => {
  it('reads the open facts of a JWT and knows an opaque token', () => {
    expect(jwtFacts(JWT)).toMatchObject({ alg: 'HS256', tokenType: 'access', lifetime: 300, unsigned: false, hasKid: false });
    expect(tokenKind(OPAQUE)).toBe('opaque');
    for (const text of ['', 'a.b.c', '..', 'eyJ.eyJ.', `${'.'.repeat(9)}`]) expect(tokenKind(text)).toBe('opaque');
  });
});

describe('break', () => {
  it('makes garbage of the same length and alphabet that is another token', () => {
    for (const token of [JWT, OPAQUE, 'abc-DEF_123', 'x']) {
      const made = garbageLike(token);
      expect(made).not.toBe(token);
      expect(made).toHaveLength(token.length);
      const classes = (text: string) => text.replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a').replace(/[0-9]/g, '0');
      if (token !== OPAQUE) expect(classes(made)).toBe(classes(token));
    }
    expect(garbageLike(OPAQUE)).toMatch(/^[0-9a-f]{40}$/);
    expect(garbageLike(null)).toMatch(/^[0-9a-f]{40}$/);
    expect(garbageLike('---')).not.toBe('---');
  });
  it('changes the first character of the signature, so that the decoded bytes differ', () => {
    for (let round = 0; round < 50; round += 1) {
      const bad = tamper(JWT);
      expect(bad.index).toBe(JWT.lastIndexOf('.') + 1);
      expect(Buffer.from(bad.token.split('.')[2]!, 'base64url').equals(Buffer.from(JWT.split('.')[2]!, 'base64url'))).toBe(false);
      expect(bad.token.slice(0, bad.index)).toBe(JWT.slice(0, bad.index));
    }
  });
  it('changes the middle of an opaque token and of a JWT without a signature', () => {
    const bad = tamper(OPAQUE);
    expect(bad.index).toBe(19);
    expect(bad.token).toMatch(/^[0-9a-f]{40}$/);
    expect(bad.token).not.toBe(OPAQUE);
    const unsigned = `${JWT.slice(0, JWT.lastIndexOf('.') + 1)}`;
    expect(tamper(unsigned).token).not.toBe(unsigned);
  });
});

describe('schemes', () => {
  it('reads challenges', () => {
    expect(challengeSchemes('Bearer realm="api"')).toEqual(['Bearer']);
    expect(challengeSchemes('Token')).toEqual(['Token']);
    expect(challengeSchemes('Basic realm="x", Bearer error="invalid_token", error_description="a b"')).toEqual(['Bearer']);
  });
  it('prefers what the source says, then the challenge', () => {
    expect(schemeCandidates(JWT, ['JWT'], 'Bearer realm="api"', null)).toEqual(['JWT', 'Bearer', 'Token']);
    expect(schemeCandidates(OPAQUE, [], 'Token', 'Bearer')).toEqual(['Token', 'Bearer']);
  });
});

describe('redact', () => {
  it('leaves no spelling and no longer piece of a secret', () => {
    const secret = 'p4$$ w0rd/with+odd"chars&<x>';
    const spellings = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret),
      Buffer.from(secret).toString('base64'),
      secret.toUpperCase(),
      secret.slice(3, 20),
    ];
    for (const text of spellings) {
      const out = redact(`before ${text} after`, [secret]);
      expect(out, text).not.toContain(text);
      expect(out).toContain('before');
      expect(out).toContain('after');
    }
  });
  it('marks unknown JWTs, opaque values, passwords and e-mail addresses, and keeps ordinary words', () => {
    const out = redact(
      `{"access": "${JWT}", "x": "${sign({ a: 1 }, 'other')}", "password": "hunter2", "mail": "ann@example.org", "key": "${OPAQUE}", "name": "authentication_credentials_were_not_provided", "path": "/api/v1/patients/12/appointments/"}`,
      [],
    );
    expect(out).not.toMatch(/eyJ|hunter2|ann@|9944b0/);
    expect(out).toContain('authentication_credentials_were_not_provided');
    expect(out).toContain('/api/v1/patients/12/appointments/');
    expect(redact('/cb?code=abc&state=def&page=2', [])).toBe('/cb?code=‹secret›&state=‹secret›&page=2');
    expect(redact(`Authorization: Bearer ${JWT.slice(0, 30)}`, [JWT])).not.toContain('eyJ');
  });
  it('does not touch its own marks', () => {
    const once = redact(`token ${JWT}`, [JWT]);
    expect(once).toBe(`token ${tokenMark(JWT)}`);
    expect(redact(once, [JWT])).toBe(once);
  });
  it('keeps cookie names and drops their values', () => {
    expect(redactHeader('Set-Cookie', 'sessionid=abc123; Path=/; HttpOnly', [])).toBe('sessionid=‹cookie›; Path=/; HttpOnly');
    expect(redactHeader('Cookie', 'a=1; b=2', [])).toBe('a=‹cookie›; b=‹cookie›');
    expect(redactHeader('Authorization', `Bearer ${OPAQUE}`, [])).toBe(`Bearer ${tokenMark(OPAQUE)}`);
  });
  it('takes linear time on hostile text', () => {
    const started = Date.now();
    for (const text of [
      '"password":"'.repeat(20_000),
      'a@'.repeat(100_000),
      'eyJ'.repeat(70_000),
      '"a'.repeat(100_000),
      `"${'password'.repeat(30_000)}`,
      `${'a.'.repeat(100_000)}@`,
    ])
      redact(text, [JWT]);
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

describe('readSecret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-secret-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  it('reads variables and files', () => {
    process.env.UNLATCHED_TEST_SECRET = ' abc ';
    expect(readSecret('env:UNLATCHED_TEST_SECRET')).toBe('abc');
    writeFileSync(join(folder, 'token'), 'abc\n');
    expect(readSecret(`file:${join(folder, 'token')}`)).toBe('abc');
  });
  it('refuses literals without repeating them, and says what is wrong otherwise', () => {
    const message = (spec: string): string => {
      try {
        readSecret(spec, '--token');
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return (error as Error).message;
      }
      throw new Error('accepted');
    };
    expect(message('s3cr3t-value')).not.toContain('s3cr3t');
    expect(message('env:s3cr3t-value')).not.toContain('s3cr3t');
    expect(message('env:UNLATCHED_NOT_SET')).toContain('UNLATCHED_NOT_SET is not set');
    expect(message('file:/no/such/file')).toContain('no such file');
    expect(message(`file:${folder}`)).toContain('folder');
    writeFileSync(join(folder, 'lines'), 'a\nb');
    expect(message(`file:${join(folder, 'lines')}`)).toContain('line breaks');
    writeFileSync(join(folder, 'empty'), '\n');
    expect(message(`file:${join(folder, 'empty')}`)).toContain('empty');
  });
});
