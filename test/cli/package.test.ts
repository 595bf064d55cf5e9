/** What `npm pack` makes works where it is installed: an empty folder, no sources, only the dependencies of the product. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { copyOfRepository } from '../frame/copy.ts';
import { folderWith } from '../support/folder.ts';
import { isPresentable } from './support.ts';

let tarball: string;
let listed: string[];
beforeAll(() => {
  const copy = copyOfRepository();
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--loglevel=error', '--foreground-scripts=false'], { cwd: copy.path, encoding: 'utf8' }),
  );
  tarball = join(copy.path, packed.filename);
  listed = packed.files.map(({ path }: { path: string }) => path);
  return copy.dispose;
});

function npx(cwd: string, ...args: string[]) {
  return spawnSync('npx', ['--no-install', 'unlatched', ...args], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

describe('the package', () => {
  it('holds what runs, and nothing that only we need', () => {
    for (const file of ['bin/unlatched', 'dist/unlatched.cjs', 'dist/LICENSES.txt', 'schemas/scan.json', 'LICENSE', 'package.json'])
      expect(listed).toContain(file);
    expect(listed.some((file) => /^stubs\/.+\.py$/.test(file))).toBe(true);
    expect(listed.some((file) => file === 'demo/manage.py')).toBe(true);
    expect(
      listed.filter((file) => /^(src|test|tools)\/|(^|\/)__pycache__\/|\.test\.|\.sqlite3$|^dist\/.*\.(ts|cache)$/.test(file)),
    ).toEqual([]);
  });

  it('runs when it is installed into an empty folder', () => {
    const folder = folderWith({ 'package.json': '{"private": true}' });
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', tarball], {
      cwd: folder,
      stdio: 'pipe',
    });
    const installed = join(folder, 'node_modules/unlatched');
    expect(existsSync(join(installed, 'src'))).toBe(false);
    onTestFinished(() => expect(readdirSync(folder)).not.toContain('.cache'));

    const version = npx(folder, '--version');
    expect([version.status, version.stderr]).toEqual([0, '']);
    expect(version.stdout).toMatch(/^unlatched \d+\.\d+\.\d+\n$/);
    const rules = npx(folder, 'rules');
    expect([rules.status, rules.stderr]).toEqual([0, '']);
    expect(rules.stdout).toMatch(/^critical +open-operation /m);
    const schema = npx(folder, 'schema', 'scan');
    expect(JSON.parse(schema.stdout).title).toBe('Unlatched scan document');
    const scan = npx(folder, 'scan');
    expect(scan.status).toBe(2);
    expect(isPresentable(scan.stderr)).toBe(true);
  });
});
