import { expect, it } from 'vitest';
import { createVM } from './interpreter.ts';
import { unknown } from './values.ts';

/** Steps that a program takes while probes are fired; `ENV` is not known. */
function stepsOf(program: string): number {
  const vm = createVM({
    find: (module) => (module === 'main' ? { text: program, file: 'main.py', isPackage: false, own: true } : null),
    missing: () => 'unavailable',
  });
  vm.builtins.set('ENV', unknown('deployment', 'ENV', 'read from the environment'));
  vm.firing = true;
  vm.importModule('main', null);
  return vm.steps;
}

const WORK = 'def work():\n    for n in range(100):\n        n + 1\n';
const MANY = [...'abcdefgh'].map((name) => `ENV.${name}`);

it.each([
  ['one of many', MANY.join(' or ')],
  ['what a function gives', 'any_of()'],
  ['neither', `not (${MANY.join(' and ')})`],
])('what follows %s is run once', (_title, test) => {
  const anyOf = `def any_of():\n${MANY.map((part) => `    if ${part}:\n        return ${part}.name\n`).join('')}    return ''\n`;
  expect(stepsOf(`${WORK}${anyOf}if ${test}:\n    work()\n`)).toBeLessThan(500);
});
