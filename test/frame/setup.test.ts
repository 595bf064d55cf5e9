/** `bin/unlatched` makes a clone ready by itself: once, also when two start at the same moment, and again when a source changed. */
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { copyOfRepository } from './copy.ts';

let copy: ReturnType<typeof copyOfRepository>;
beforeAll(() => {
  copy = copyOfRepository();
});
afterAll(() => copy.dispose());

const NOTICE = /^unlatched: setting up this clone/m;

function start(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(copy.path, 'bin/unlatched'), args.length ? args : ['--version'], { cwd: '/' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

it('compiles once for two that start together, and not again', async () => {
  rmSync(join(copy.path, 'dist'), { recursive: true, force: true });
  const both = await Promise.all([start(), start()]);
  for (const { code, stdout } of both) expect([code, stdout]).toEqual([0, expect.stringMatching(/^unlatched \d+\.\d+\.\d+\n$/)]);
  expect(both.filter(({ stderr }) => NOTICE.test(stderr))).toHaveLength(1);
  expect(existsSync(join(copy.path, '.cache/setup.lock'))).toBe(false);
  expect((await start()).stderr).toBe('');
});

it('compiles again when a source changed, and drops what has no source any more', async () => {
  const main = join(copy.path, 'dist/unlatched.cjs');
  const before = readFileSync(main, 'utf8');
  writeFileSync(join(copy.path, 'dist/orphan.js'), '');
  appendFileSync(join(copy.path, 'src/cli/main.ts'), "\nexport const planted = 'planted';\n");
  expect((await start()).stderr).toMatch(NOTICE);
  expect(readFileSync(main, 'utf8')).not.toBe(before);
  expect(existsSync(join(copy.path, 'dist/orphan.js'))).toBe(false);
});

it('keeps compiled code for the next start, and takes no harm from what is broken of it', async () => {
  const dist = join(copy.path, 'dist');
  const kept = () => {
    const files = readdirSync(dist).filter((file) => file.includes('.cache'));
    expect(files).toHaveLength(1);
    return join(dist, files[0]!);
  };
  const list = ['routes', join(copy.path, 'demo'), '--no-verdicts'];
  await start('--version');
  const little = statSync(kept()).size;
  const first = await start(...list);
  expect(first.code).toBe(0);
  const { size } = statSync(kept());
  expect(size).toBeGreaterThan(2 * little);
  truncateSync(kept(), size >> 1);
  expect(await start(...list)).toEqual(first);
  expect(statSync(kept()).size).toBeGreaterThan(size >> 1);
  const written = kept();
  const { mtimeMs } = statSync(written);
  expect(await start('--version')).toMatchObject({ code: 0, stderr: '' });
  expect([kept(), statSync(written).mtimeMs]).toEqual([written, mtimeMs]);
});

it('takes over the lock of a process that is gone', async () => {
  rmSync(join(copy.path, 'dist'), { recursive: true, force: true });
  const gone = spawnSync('true').pid;
  mkdirSync(join(copy.path, '.cache/setup.lock'), { recursive: true });
  writeFileSync(join(copy.path, '.cache/setup.lock/pid'), String(gone));
  expect((await start()).code).toBe(0);
});

it('says in one line why the set-up failed', async () => {
  rmSync(join(copy.path, 'dist'), { recursive: true, force: true });
  const main = join(copy.path, 'src/cli/main.ts');
  const text = readFileSync(main, 'utf8');
  onTestFinished(() => writeFileSync(main, text));
  writeFileSync(main, `\nexport const = 1;\n${text}`);
  const { code, stderr } = await start();
  expect(code).toBe(4);
  expect(stderr.replace(/^unlatched: setting up.*\n/, '')).toMatch(
    /^unlatched: set-up failed in .*build\.mjs: src\/cli\/main\.ts:2: .+\n$/,
  );
});

it('takes the time of a touched lock file for no change', async () => {
  const { dependenciesAreFresh } = await import('../../tools/setup.cjs');
  const lock = join(copy.path, 'package-lock.json');
  utimesSync(lock, new Date(), new Date(Date.now() + 60_000));
  expect(statSync(lock).mtimeMs).toBeGreaterThan(Date.now());
  expect(dependenciesAreFresh(copy.path)).toBe(true);
  const changed = JSON.parse(readFileSync(lock, 'utf8'));
  changed.packages['node_modules/commander'].version = '0.0.1';
  writeFileSync(lock, JSON.stringify(changed));
  utimesSync(lock, new Date(), new Date(Date.now() + 60_000));
  expect(dependenciesAreFresh(copy.path)).toBe(false);
});
