/** The server of the demo comes, answers, and goes without a trace, whatever ends it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoFolder } from '../../src/demo/project.ts';
import { startDemo } from '../../src/demo/serve.ts';
import { UsageError } from '../../src/model/errors.ts';
import { answers, becomes, isAlive, processesIn, temporaryFolders } from './remains.ts';

let scratch: string;
const never = new AbortController().signal;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'unlatched-test-'));
  vi.stubEnv('TMPDIR', scratch);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true, force: true });
});

describe('startDemo', () => {
  it('serves the seeded project to its token and leaves nothing when it is stopped', async () => {
    const demo = await startDemo({ signal: never });
    try {
      expect(demo.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const get = (path: string, headers = {}) => fetch(demo.url + path, { headers });
      expect((await get('/api/patients/')).status).toBe(401);
      const patients = await get('/api/patients/', { authorization: `Bearer ${demo.token}` });
      expect(await patients.json()).toHaveLength(3);
      expect((await get('/api/lab/orders/', { authorization: `Bearer ${demo.apiToken}` })).status).toBe(200);
      expect((await get('/api/devices/alarms/', { 'x-api-key': demo.deviceKey })).status).toBe(200);
      expect(temporaryFolders(scratch)).toHaveLength(1);
    } finally {
      await demo.stop();
    }
    expect(isAlive(demo.pid)).toBe(false);
    expect(await answers(demo.url)).toBe(false);
    expect(temporaryFolders(scratch)).toEqual([]);
    await demo.stop();
  });

  it('serves two runs at once, each with its own data', async () => {
    const [one, two] = await Promise.all([startDemo({ signal: never }), startDemo({ signal: never })]);
    try {
      const remove = await fetch(`${one.url}/api/patients/1/`, { method: 'DELETE', headers: { authorization: `Bearer ${one.token}` } });
      expect(remove.status).toBe(204);
      const patients = await fetch(`${two.url}/api/patients/`, { headers: { authorization: `Bearer ${two.token}` } });
      expect(await patients.json()).toHaveLength(3);
    } finally {
      await Promise.all([one.stop(), two.stop()]);
    }
  });

  it.each([0, 60, 150, 300, 450])('leaves nothing when it is interrupted after %i ms', async (delay) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('interrupted')), delay);
    const outcome = startDemo({ signal: controller.signal });
    const settled = await outcome.then((demo) => demo.stop()).catch((error: Error) => error.message);
    if (settled !== undefined) expect(settled).toBe('interrupted');
    expect(temporaryFolders(scratch)).toEqual([]);
    expect(processesIn(scratch)).toEqual([]);
  });

  it('ends when its parent is killed', async () => {
    const parent = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'hold-demo.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<string>((resolve) => {
      parent.stdout.setEncoding('utf8').once('data', resolve);
    });
    const { url, pid } = JSON.parse(line) as { url: string; pid: number };
    expect(await answers(url)).toBe(true);
    parent.kill('SIGKILL');
    expect(await becomes(() => !isAlive(pid))).toBe(true);
    expect(await answers(url)).toBe(false);
    expect(temporaryFolders(scratch)).toEqual([]);
  });

  it('writes nothing into the package', async () => {
    const before = readdirSync(demoFolder(), { recursive: true });
    const demo = await startDemo({ signal: never });
    await fetch(`${demo.url}/api/doctors/`);
    await demo.stop();
    expect(readdirSync(demoFolder(), { recursive: true })).toEqual(before);
  });

  it('says in one line that Python is missing', async () => {
    vi.stubEnv('XDG_CACHE_HOME', join(scratch, 'cache'));
    vi.stubEnv('PATH', scratch);
    const error = await startDemo({ signal: never }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).code).toBe('demo-python');
    expect((error as UsageError).message).toMatch(/^demo: .*Python 3\.11.*$/);
    expect(readdirSync(join(scratch, 'cache', 'unlatched'))).toEqual([]);
  });

  it('says in one line that the packages cannot be had, without the password of the index', async () => {
    vi.stubEnv('XDG_CACHE_HOME', join(scratch, 'cache'));
    vi.stubEnv('PIP_CONFIG_FILE', '/dev/null');
    vi.stubEnv('PIP_FIND_LINKS', '');
    vi.stubEnv('PIP_RETRIES', '0');
    vi.stubEnv('PIP_NO_CACHE_DIR', '1');
    vi.stubEnv('PIP_INDEX_URL', 'http://someone:hunter2@127.0.0.1:9/simple/');
    const error = await startDemo({ signal: never }).catch((reason: unknown) => reason);
    expect((error as UsageError).code).toBe('demo-packages');
    expect((error as UsageError).message).toMatch(/^demo: .*network.*$/);
    expect((error as UsageError).message).not.toContain('hunter2');
    expect(readdirSync(join(scratch, 'cache', 'unlatched'))).toEqual([]);
  });
});
