/** The stub of DRF's pipeline answers as the real one does: the same requests through both on CPython (`behave.py`). */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ensureVenv } from '../support/venv.ts';

const here = import.meta.dirname;
const stubs = join(here, '..', '..', 'stubs');
type Answers = Record<string, (number | string | string[])[]>;

async function answers(python: string, ...args: string[]): Promise<Answers> {
  const { stdout } = await promisify(execFile)(python, ['-W', 'ignore', join(here, 'behave.py'), ...args], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Answers;
}

describe.each(['old', 'new'])('requests through the stub of DRF and the real one (%s)', (name) => {
  it('are answered with the same status', { timeout: 120_000 }, async () => {
    const python = ensureVenv(`stubs-${name}`, join(here, `requirements-${name}.txt`));
    const [real, stub] = await Promise.all([answers(python, 'real'), answers(python, 'stub', stubs)]);
    expect(Object.keys(stub)).toEqual(Object.keys(real));
    const differences: string[] = [];
    let compared = 0;
    for (const [scenario, expected] of Object.entries(real)) {
      expected.forEach((value, index) => {
        compared++;
        const got = stub[scenario]![index];
        if (JSON.stringify(got) !== JSON.stringify(value)) differences.push(`${scenario}[${index}]: stub ${got}, real ${value}`);
      });
      expect(stub[scenario]!.length).toBe(expected.length);
    }
    expect(differences.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(30_000);
  });
});
