/** Runs that start from one object, and whether they would be the same with another. */
import { describe, expect, it } from 'vitest';
import { createVM } from './interpreter.ts';
import { standsIn } from './stand-in.ts';
import { args, type Value } from './values.ts';

/**
 * Calls `main.run` with the first of two objects of a program.
 * @returns whether the second stands in for it
 */
function stands(program: string, restless = false): boolean {
  const vm = createVM({
    find: (name) => (name === 'main' ? { text: program, file: 'main.py', isPackage: false, own: true } : null),
    missing: () => 'absent',
  });
  const main = vm.importModule('main', null);
  const get = (name: string): Value => vm.getAttr(main, name, null);
  const reads = vm.reads.from(get('first'));
  vm.reads.telling(reads, () => vm.call(get('run'), args(get('first')), null));
  return standsIn(reads, get('first'), get('other'), () => restless);
}

const TWO_CLASSES = (body: string, first: string, other: string) => `
class Base:
    mark = 1
    def get(self): return 1
    def hello(self): return 2
class first(Base):
    ${first}
class other(Base):
    ${other}
def run(cls):
    ${body}
`;

describe('one object in place of another', () => {
  it.each<[string, string, string, string, boolean]>([
    ['what is not read', 'return cls.mark', 'color = 1', 'color = 2', true],
    ['what is read', 'return cls.color', 'color = 1', 'color = 2', false],
    ['what one has and the other inherits, where it is equal', 'return cls.mark', 'mark = 1', 'pass', true],
    ['what one inherits and the other has in another form', 'return cls.mark', 'pass', 'mark = 2', false],
    ['what is missing in both', 'return hasattr(cls, "post")', 'pass', 'color = 1', true],
    ['what is missing in one', 'return hasattr(cls, "post")', 'pass', 'def post(self): pass', false],
    ['a method that is only taken', 'x = cls().get; y = [x]', 'def get(self): return 3', 'def get(self): return 4', true],
    ['a method that is called', 'return cls().get()', 'def get(self): return 3', 'def get(self): return 4', false],
    ['an inherited method that is called', 'return cls().get()', 'color = 1', 'color = 2', true],
    ['lists of the same', 'return cls.all', 'all = [1, Base]', 'all = [1, Base]', true],
    ['lists of others', 'return cls.all', 'all = [1, Base]', 'all = [1, int]', false],
    ['the name, passed on', 'x = cls.__name__', 'pass', 'pass', true],
    ['the name, looked at', 'return cls.__name__ == "first"', 'pass', 'pass', false],
    ['the class as a key', 'return cls in {Base}', 'pass', 'pass', false],
    ['the class beside another', 'return cls is Base', 'pass', 'pass', false],
    ['the class as text', 'return str(cls)', 'pass', 'pass', false],
    ['an ancestor of both', 'return issubclass(cls, Base)', 'pass', 'pass', true],
    ['all that stands in it', 'return vars(cls)', 'pass', 'pass', false],
  ])('%s: %s', (_title, body, first, other, expected) => {
    expect(stands(TWO_CLASSES(body, first, other))).toBe(expected);
  });

  it('tells what super() finds', () => {
    const program = (left: string) => `
class Base:
    def who(self): return 1
class Other(Base):
    def who(self): return 2
class Asks:
    def who(self): return super().who()
class first(Asks, Base): pass
class other(Asks, ${left}Base): pass
def run(cls):
    return cls().who()
`;
    expect([stands(program('')), stands(program('Other, '))]).toEqual([true, false]);
  });

  it.each([
    ['the same', 'make(1)', true],
    ['another value that is read', 'make(2)', false],
    ['another function', 'lambda: 1', false],
  ])('closures: %s', (_title, other, expected) => {
    const program = `
def make(value, unread=None):
    def inner():
        return value
    return inner
first = make(1, 'a')
other = ${other}
def run(func):
    return func()
`;
    expect(stands(program)).toBe(expected);
  });

  it('does not trust a map that changes', () => {
    expect(stands(TWO_CLASSES('return cls.mark', 'pass', 'pass'), true)).toBe(false);
  });
});
