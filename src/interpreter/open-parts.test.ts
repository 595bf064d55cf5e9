/** What is not known of lists and classes stays where it is. */
import { expect, it } from 'vitest';
import { createVM } from './interpreter.ts';
import { unknown, type Value } from './values.ts';

function named(name: string, program: string): Value {
  const vm = createVM({
    find: (module) => (module === 'main' ? { text: program, file: 'main.py', isPackage: false, own: true } : null),
    missing: () => 'unavailable',
  });
  vm.builtins.set('ENV', unknown('deployment', 'ENV', 'read from the environment'));
  const main = vm.importModule('main', null);
  expect(vm.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (main as Value & { k: 'module' }).scope.vars.get(name)!;
}

it('elements that may be absent, from the other end and back', () => {
  const found = named('a', 'found = [n for n in "abcdefghijkl" if ENV.has(n)]\na = found[::-1][::-1]\n');
  expect(found.k === 'list' && found.items.length).toBe(12);
});

it('a base that is not here, behind a class of which the order of bases is open', () => {
  const code = 'import other\nclass A(other.Base): pass\nclass B(A): pass\nclass C(A, B): pass\na = C().more\n';
  expect(named('a', code).k).toBe('unknown');
});
