/** The import rules catch what they are for: each forbidden import is planted in a copy and must be named. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfRepository } from './copy.ts';

let copy: ReturnType<typeof copyOfRepository>;
beforeAll(() => {
  copy = copyOfRepository();
});
afterAll(() => copy.dispose());

const PLANTED: readonly (readonly [file: string, text: string, rule: string])[] = [
  ['src/model/planted.ts', "import { openProject } from '../project/project.ts';\nexport const x = openProject;\n", 'layer-model'],
  ['src/rules/planted.ts', "import type { ScanOptions } from '../config/options.ts';\nexport type X = ScanOptions;\n", 'layer-rules'],
  ['src/promised/planted.ts', "import { x } from '../observed/planted-too.ts';\nexport const y = x;\n", 'layer-promised'],
  ['src/promised/planted-net.ts', "import http from 'node:https';\nexport const y = http;\n", 'network-only-in-observed'],
  ['src/predicted/planted.ts', "import { spawn } from 'node:child_process';\nexport const y = spawn;\n", 'processes-only-in-demo'],
  ['src/matrix/planted.ts', "import ajv from 'ajv';\nexport const y = ajv;\n", 'no-dev-dependencies-in-the-product'],
  ['src/utils/planted.ts', "import { UsageError } from '../model/errors.ts';\nexport const y = UsageError;\n", 'known-folders'],
  ['src/findings/planted.ts', "import { z } from './planted-not-there.ts';\nexport const y = z;\n", 'resolvable'],
  ['src/scan/planted-a.ts', "import { b } from './planted-b.ts';\nexport const a = b;\n", 'no-cycles'],
];
const HELPERS: readonly (readonly [string, string])[] = [
  ['src/observed/planted-too.ts', "import net from 'node:net';\nexport const x = net;\n"],
  ['src/scan/planted-b.ts', "import { a } from './planted-a.ts';\nexport const b = a;\n"],
];

function check() {
  return spawnSync(process.execPath, ['tools/check-imports.mjs'], { cwd: copy.path, encoding: 'utf8' });
}

function write(file: string, text: string) {
  const path = join(copy.path, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

it('names each planted import with its rule and the reason', () => {
  for (const [file, text] of [...PLANTED, ...HELPERS]) write(file, text);
  const { status, stderr } = check();
  expect(status).toBe(1);
  const found = PLANTED.filter(([file, , rule]) => new RegExp(`^${file} imports .*\\n {4}${rule}: .+\\.$`, 'm').test(stderr));
  expect(found.map(([, , rule]) => rule)).toEqual(PLANTED.map(([, , rule]) => rule));
  // The observed witness may open sockets.
  expect(stderr).not.toContain('src/observed/planted-too.ts imports');
});

it('fails when it sees too few modules', () => {
  rmSync(join(copy.path, 'src'), { recursive: true });
  rmSync(join(copy.path, 'test'), { recursive: true });
  write('src/model/errors.ts', 'export const x = 1;\n');
  const { status, stderr } = check();
  expect(status).toBe(1);
  expect(stderr).toMatch(/only \d+ modules were looked at/);
});
