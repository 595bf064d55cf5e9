import { describe, expect, it, vi } from 'vitest';
import { lastLine, pythonEnvironment, runPython } from './run-python.ts';

const never = new AbortController().signal;

describe('runPython', () => {
  it('gives exit code and both outputs', async () => {
    const script = 'import sys; print("out"); print("err", file=sys.stderr); sys.exit(3)';
    expect(await runPython({ python: 'python3', args: ['-c', script], signal: never })).toEqual({
      code: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('says null for a program that is not there', async () => {
    expect((await runPython({ python: 'python-that-is-not-there', args: [], signal: never })).code).toBe(null);
  });

  it('ends the program and what it started when it is interrupted', async () => {
    const controller = new AbortController();
    // The grandchild holds the pipe: without the whole group the wait would last a minute.
    const script = 'import subprocess, sys; subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"])';
    const started = Date.now();
    setTimeout(() => controller.abort(new Error('interrupted')), 400);
    await expect(runPython({ python: 'python3', args: ['-c', script], signal: controller.signal })).rejects.toThrow('interrupted');
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('starts nothing when it is interrupted already', async () => {
    const signal = AbortSignal.abort(new Error('interrupted'));
    await expect(runPython({ python: 'python-that-is-not-there', args: [], signal })).rejects.toThrow('interrupted');
  });
});

describe('pythonEnvironment', () => {
  it('leaves out what would bend Python or Django', () => {
    vi.stubEnv('PYTHONPATH', '/somewhere');
    vi.stubEnv('DJANGO_SETTINGS_MODULE', 'other.settings');
    const env = pythonEnvironment({ X: '1' });
    vi.unstubAllEnvs();
    expect(env).not.toHaveProperty('PYTHONPATH');
    expect(env).not.toHaveProperty('DJANGO_SETTINGS_MODULE');
    expect(env).toMatchObject({ PYTHONDONTWRITEBYTECODE: '1', X: '1' });
  });
});

describe('lastLine', () => {
  it('takes the last error and hides passwords in addresses', () => {
    const text = 'WARNING: retry\nERROR: no match for x from https://user:secret@index.example/simple\n\n[notice] a new pip\n';
    expect(lastLine(text)).toBe('no match for x from https://index.example/simple');
    expect(lastLine('')).toBe('no message');
  });
});
