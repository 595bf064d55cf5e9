/** `glob` over the folders of a project. */
import { describe, expect, it } from 'vitest';
import { createVM } from '../interpreter.ts';
import { args, str } from '../values.ts';
import { glob } from './files.ts';

const LONG = 'a'.repeat(200);
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  '.': ['app'],
  app: ['__init__.py', '.hidden.py', 'b1.py', 'b2.txt', 'c]d', LONG],
};

function found(pattern: string): string {
  const vm = createVM({
    find: () => null,
    missing: () => 'absent',
    files: {
      kindOf: (path) => (path in FOLDERS ? 'folder' : FOLDERS[path.split('/')[0]!]?.includes(path.split('/')[1]!) ? 'file' : null),
      entriesOf: (folder) => FOLDERS[folder]!,
    },
  });
  return vm.repr(glob(vm, args(str(pattern)), null));
}

describe('glob', () => {
  it.each([
    ['app/*.py', "['app/__init__.py', 'app/b1.py']"],
    ['app/.*', "['app/.hidden.py']"],
    ['app/b?.*', "['app/b1.py', 'app/b2.txt']"],
    ['app/b[2-9].*', "['app/b2.txt']"],
    ['app/[!_a]*.py', "['app/b1.py']"],
    ['app/c[]]d', "['app/c]d']"],
    ['*/b1.p[yz]', "['app/b1.py']"],
    [`app/${'*a'.repeat(60)}*b`, '[]'],
  ])('%s', (pattern, paths) => {
    expect(found(pattern)).toBe(paths);
  });
});
