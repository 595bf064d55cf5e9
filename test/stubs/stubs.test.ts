/** Every stub against the real package: names, bases, literals, signatures, routes (`describe.py` does the comparing). */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureVenv } from '../support/venv.ts';

interface Report {
  /** Folder of the distribution -> installed version, or null where it is not installed. */
  distributions: Record<string, string | null>;
  classes: number;
  functions: number;
  mismatches: string[];
  missing_modules: string[];
}

const here = import.meta.dirname;
const stubs = join(here, '..', '..', 'stubs');
/** The floors keep a broken walk over the stubs from passing as agreement. */
const stacks = [
  { name: 'old', title: 'Django 4.2 and DRF 3.15', classes: 400, functions: 1000 },
  { name: 'new', title: 'Django 5.2 and the newest DRF', classes: 2150, functions: 4300 },
  { name: 'apart', title: 'what does not go with the others', classes: 400, functions: 1000 },
];
const reports = new Map<string, Report>();

beforeAll(() => {
  for (const { name } of stacks) {
    const python = ensureVenv(`stubs-${name}`, join(here, `requirements-${name}.txt`));
    const output = execFileSync(python, [join(here, 'describe.py'), stubs], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    reports.set(name, JSON.parse(output) as Report);
  }
});

describe.each(stacks)('stubs against $title', ({ name, classes, functions }) => {
  it('compares enough', () => {
    expect(reports.get(name)!.classes).toBeGreaterThanOrEqual(classes);
    expect(reports.get(name)!.functions).toBeGreaterThanOrEqual(functions);
  });

  it('agree', () => {
    expect(reports.get(name)!.mismatches.join('\n')).toBe('');
  });
});

describe('stubs', () => {
  it('are each compared with an installed package', () => {
    const all = [...reports.values()].flatMap((report) => Object.entries(report.distributions));
    const compared = new Set(all.filter(([, version]) => version !== null).map(([folder]) => folder));
    expect([...compared].sort()).toEqual(readdirSync(stubs).sort());
  });

  it('name no module that the newest packages do not have, but for what DRF 3.17 removed', () => {
    expect(reports.get('new')!.missing_modules.sort()).toEqual(['rest_framework.documentation', 'rest_framework.schemas.coreapi']);
  });

  it('name no module that neither stack has', () => {
    const missing = [...reports.values()].map((report) => new Set(report.missing_modules));
    expect([...missing[0]!].filter((module) => missing.every((set) => set.has(module)))).toEqual([]);
  });
});
