/** The shell lines of exchanges, run by a real shell. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bindCredential, inAuthorization, makeMaterials } from '../../src/observed/credential.ts';
import { curlLine } from '../../src/observed/record.ts';
import { withQuery } from '../../src/observed/request-path.ts';

const JWT = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from('{"user_id":1}').toString('base64url')}.c2lnbmF0dXJl`;

/** What a real shell makes of a line: the words that curl would get. */
function words(line: string): string[] {
  const out = execFileSync('bash', ['-c', `curl() { printf '%s\\0' "$@"; }; ${line}`], {
    env: { ...process.env, TOKEN: JWT },
    encoding: 'utf8',
  });
  return out.split('\0').slice(0, -1);
}

describe('a shell line', () => {
  const materials = makeMaterials(JWT);
  const header = (material: 'valid' | 'tampered' | 'garbage'): string => {
    const { headers } = bindCredential(
      { place: 'header', material, scheme: 'auto' },
      ['Authorization'],
      inAuthorization('Bearer'),
      materials,
    )!;
    return words(curlLine({ method: 'GET', url: 'http://h/', headers }))[2]!;
  };
  it('becomes in a shell what was sent', () => {
    expect(header('valid')).toBe(`Authorization: Bearer ${JWT}`);
    expect(header('tampered')).toBe(`Authorization: Bearer ${materials.tampered!.wire}`);
    expect(header('garbage')).toMatch(/^Authorization: Bearer [\w.-]+$/);
  });
  it('runs nothing of what stands in a path or header', () => {
    const url = `http://h${withQuery('/a/$(touch pwned)`id`"/$HOME', [], [], 'shell')}`;
    expect(words(curlLine({ method: 'HEAD', url, headers: [{ name: 'X', shell: '' }] }))).toEqual([
      '-sSI',
      '-H',
      'X;',
      'http://h/a/$(touch pwned)`id`"/$HOME',
    ]);
  });
});
