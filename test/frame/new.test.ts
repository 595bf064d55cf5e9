/** `npm run new` writes parts that compile, are found by the generator, and come with a test that fails by an assertion. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfRepository } from './copy.ts';

let copy: ReturnType<typeof copyOfRepository>;
beforeAll(() => {
  copy = copyOfRepository();
});
afterAll(() => copy.dispose());

function runNew(...args: string[]) {
  return spawnSync('npx', ['tsx', 'tools/new.ts', ...args], { cwd: copy.path, encoding: 'utf8' });
}

describe('npm run new', () => {
  it('writes a rule, a probe, a report and a stub', () => {
    for (const [kind, name] of [
      ['rule', 'planted-rule'],
      ['probe', 'planted-probe'],
      ['report', 'planted-report'],
      ['stub', 'Planted-Library'],
    ] as const) {
      const { status, stderr } = runNew(kind, name);
      expect(`${status} ${stderr}`).toBe('0 ');
    }
    expect(readFileSync(join(copy.path, 'src/rules/index.generated.ts'), 'utf8')).toContain("from './planted-rule.ts'");
    expect(readFileSync(join(copy.path, 'src/probes/index.generated.ts'), 'utf8')).toContain("from './planted-probe.ts'");
    expect(readFileSync(join(copy.path, 'src/reports/index.generated.ts'), 'utf8')).toContain("import('./planted-report.ts')");
    expect(readFileSync(join(copy.path, 'docs/rules/planted-rule.md'), 'utf8')).toContain('# planted-rule\n');
    expect(existsSync(join(copy.path, 'stubs/Planted-Library/planted_library/__init__.py'))).toBe(true);
  });

  it('writes skeletons that are well formatted', () => {
    const files = ['rules/planted-rule', 'probes/planted-probe', 'reports/planted-report'].flatMap((file) => [
      `src/${file}.ts`,
      `src/${file}.test.ts`,
    ]);
    execFileSync('npx', ['biome', 'check', '--error-on-warnings', ...files], { cwd: copy.path, stdio: 'pipe' });
  });

  it('writes tests that fail by their assertions', () => {
    const { status, stdout } = spawnSync('npx', ['vitest', 'run', '--reporter=json', 'planted'], { cwd: copy.path, encoding: 'utf8' });
    const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
    expect(status).toBe(1);
    expect(report.numTotalTests).toBe(8);
    expect(report.numFailedTests).toBe(8);
    expect(JSON.stringify(report)).not.toContain('Cannot find');
  });

  it('refuses what exists, a bad name and an unknown kind in one line', () => {
    for (const args of [['rule', 'planted-rule'], ['rule', 'Not_Kebab'], ['rule', '../up'], ['thing', 'x'], []]) {
      const { status, stderr } = runNew(...args);
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
