/** `npm test` counts truly: a run without tests, a file that does not load and a failing test are failures. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfRepository } from './copy.ts';

let copy: ReturnType<typeof copyOfRepository>;
beforeAll(() => {
  copy = copyOfRepository();
});
afterAll(() => copy.dispose());

function npmTest(filter: string) {
  const { status, stdout } = spawnSync(process.execPath, ['tools/test.mjs', filter], {
    cwd: copy.path,
    encoding: 'utf8',
    // A vitest inside of vitest must not think that it is a worker of the outer one.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))),
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

const plant = (name: string, text: string) => writeFileSync(join(copy.path, 'src/model', `${name}.test.ts`), text);

it.each([
  ['nothing-is-called-so', null, 1, '0 passed, 1 failed'],
  ['planted-green', "import { it } from 'vitest';\nit('a', () => {});\nit('b', () => {});\n", 0, '2 passed, 0 failed'],
  ['planted-red', "import { it } from 'vitest';\nit('a', () => {});\nit('b', () => { throw new Error('x'); });\n", 1, '1 passed, 1 failed'],
  ['planted-unloadable', "import './not-there.ts';\n", 1, '0 passed, 1 failed'],
  [
    'planted-outside',
    "import { it } from 'vitest';\nit('a', () => { setTimeout(() => { throw new Error('x'); }, 0); return new Promise((r) => setTimeout(r, 50)); });\n",
    1,
    '1 passed, 1 failed',
  ],
] as const)('%s', (name, text, status, last) => {
  if (text) plant(name, text);
  expect(npmTest(name)).toEqual({ status, last });
});
