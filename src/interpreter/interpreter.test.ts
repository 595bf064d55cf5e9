/** The interpreter on small Python programs: values as CPython gives them, forks joined again. */
import { describe, expect, it } from 'vitest';
import { createVM } from './interpreter.ts';
import { possibleElements } from './possible.ts';
import { optionsThere } from './presence.ts';
import { unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

function run(
  modules: Record<string, string>,
  prepare?: (vm: VM) => void,
): { vm: VM; get: (name: string) => Value; show: (name: string) => string } {
  const vm = createVM({
    find: (name) =>
      name in modules
        ? {
            text: modules[name]!,
            file: `${name.replaceAll('.', '/')}.py`,
            isPackage: Object.keys(modules).some((m) => m.startsWith(`${name}.`)),
            own: true,
          }
        : null,
    missing: (name) => (name.startsWith('missing') ? 'absent' : 'unavailable'),
  });
  prepare?.(vm);
  const main = vm.importModule('main', null);
  if (main.k !== 'module') throw new Error('main is not a module');
  const get = (name: string) => main.scope.vars.get(name)!;
  return { vm, get, show: (name) => vm.repr(get(name)) };
}

const env = (name: string) => (vm: VM) => {
  vm.builtins.set('ENV', unknown('deployment', name, 'read from the environment'));
};

describe('Python', () => {
  it.each([
    ['a = [x * 2 for x in range(4) if x]', 'a', '[2, 4, 6]'],
    ["a = int('c4', 16), int('0xC4', 0), int('-0b11', 2), int('1_0', base=8)", 'a', '(196, 196, -3, 8)'],
    ['class Three:\n    def __getitem__(self, at):\n        return (7, 8, 9)[at]\na, b, c = Three()\nd = [*Three()]', 'd', '[7, 8, 9]'],
    [
      'class Own(classmethod):\n    def __init__(self, f):\n        super().__init__(f)\na = isinstance(Own(len), classmethod)',
      'a',
      'True',
    ],
    [
      'class A:\n    def __setattr__(self, name, value):\n        super().__setattr__(name, value + 1)\n    @property\n    def x(self):\n        return self.__dict__["y"] * 10\n    @x.setter\n    def x(self, value):\n        self.__dict__["y"] = value\na = A()\na.x = 1\na.z = 1\nb = (a.x, a.z)',
      'b',
      '(20, 2)',
    ],
    ["a = 'Bearer tok'.split()[1]", 'a', "'tok'"],
    ["a = 'Bearer  x'.split(' ')", 'a', "['Bearer', '', 'x']"],
    ["a = 'Bearer Bob'.lstrip('Bearer ')", 'a', "'ob'"],
    ["a = {**{'x': 1}, 'y': 2}", 'a', "{'x': 1, 'y': 2}"],
    ['x, *y = 1, 2, 3\na = y', 'a', '[2, 3]'],
    ["a = f'{1 + 1}-{None!r}'", 'a', "'2-None'"],
    ["a = '%s/%d' % ('x', 3)", 'a', "'x/3'"],
    ["a = 'x{}y{n}'.format(1, n=2)", 'a', "'x1y2'"],
    ['def f(a, b=2, *c, d, **e):\n    return a, b, c, d, e\na = f(1, d=4, z=5)', 'a', "(1, 2, (), 4, {'z': 5})"],
    ['def f():\n    try:\n        raise ValueError(1)\n    finally:\n        return True\na = f()', 'a', 'True'],
    ['try:\n    {}["k"]\nexcept LookupError as e:\n    a = type(e).__name__', 'a', "'KeyError'"],
    ['class A:\n    x = 1\nclass B(A):\n    def get(self):\n        return super().x + self.x\na = B().get()', 'a', '2'],
    [
      'class O: pass\nclass A(O): pass\nclass B(O): pass\nclass C(A, B): pass\na = [c.__name__ for c in C.__mro__]',
      'a',
      "['C', 'A', 'B', 'O', 'object']",
    ],
    ['def gen():\n    yield 1\n    yield 2\na = list(gen())', 'a', '[1, 2]'],
    ['a = [isinstance(frozenset("x"), one) for one in (set, frozenset)], type(frozenset()) is set', 'a', '([False, True], False)'],
    ['a = [type(x).__name__ for x in (frozenset.union(frozenset("x"), {"y"}), {"y"} | frozenset("x"))]', 'a', "['frozenset', 'set']"],
    [
      'class Meta(type):\n    def __get__(self, instance, owner):\n        return (self.__name__, instance is None)\nclass Made(metaclass=Meta):\n    pass\nclass Holder:\n    made = Made\na = [Holder.made, Holder().made]',
      'a',
      "[('Made', True), ('Made', False)]",
    ],
    ['a = hasattr(frozenset(), "add"), {frozenset([1, 2]): 3}[frozenset([2, 1])]', 'a', '(False, 3)'],
    ['a = b = frozenset([1])\nb |= {2}', 'a', '{1}'],
    ['async def f():\n    return False\na = bool(f())', 'a', 'True'],
    ['class P:\n    @property\n    def x(self):\n        return 3\na = P().x', 'a', '3'],
    ['class L(list):\n    def __init__(self, *args):\n        super().__init__(args)\na = [x for x in L("ab", "c")]', 'a', "['ab', 'c']"],
    [
      'class S:\n    @staticmethod\n    def f(x):\n        return x\n    f.label = "l"\n    g = f.label\na = [S.g, S.f(2), hasattr(S.f, "label")]',
      'a',
      "['l', 2, False]",
    ],
    ['a = dict.fromkeys(["x"])', 'a', "{'x': None}"],
    ['class T(dict):\n    def __getitem__(self, key):\n        return super().__getitem__(key) + 1\na = T(x=1)["x"]', 'a', '2'],
    ['a = isinstance(1, int | None) and isinstance(None, int | str | None)', 'a', 'True'],
    ['class D(dict):\n    pass\nd = D(x=1)\nd["y"] = 2\na = len(d)', 'a', '2'],
    ['a = sorted(["b", "a"], reverse=True)', 'a', "['b', 'a']"],
    [
      'def outer():\n    n = 0\n    def inner():\n        nonlocal n\n        n += 1\n        return n\n    inner()\n    return inner()\na = outer()',
      'a',
      '2',
    ],
    ['a = [1]\nb = a\nb += [2]', 'a', '[1, 2]'],
    ['a = "x" if None == None else "y"', 'a', "'x'"],
    [
      'class M:\n    def __enter__(self):\n        return 1\n    def __exit__(self, *args):\n        return True\na = 0\nwith M() as m:\n    a = m\n    raise ValueError()',
      'a',
      '1',
    ],
  ])('%s', (code, name, expected) => {
    expect(run({ main: code }).show(name)).toBe(expected);
  });

  it('leaves a function that calls itself with parts of something unknown, and its other arguments made anew', () => {
    const code = [
      'def found(args, kwargs):',
      '    out = []',
      '    for arg in args:',
      '        if arg.is_leaf:',
      '            out.append(arg)',
      '        else:',
      '            out.extend(found(arg.children, {}))',
      '    return out',
      'a = found(ENV, {})',
    ].join('\n');
    const { vm, get } = run({ main: code }, env('env:X'));
    expect(get('a').k).toBe('list');
    expect(vm.steps).toBeLessThan(400);
    expect(vm.problems).toEqual([]);
  });

  it('does not run the text of exec(), and knows that it may define names', () => {
    const code = "g = {'a': 1}\nexec('def found(): pass', g)\nfound = g['found']\na = g['a']";
    const { vm, get } = run({ main: code });
    expect(get('found').k).toBe('unknown');
    expect(vm.problems).toEqual([]);
  });

  it('imports relatively, by star and through packages', () => {
    const { show } = run({
      main: 'from pkg.b import *\nfrom pkg import a',
      pkg: '',
      'pkg.a': 'x = 1',
      'pkg.b': 'from .a import x as y\n_hidden = 2',
    });
    expect(show('y')).toBe('1');
    expect(show('a')).toBe('pkg.a');
  });
});

describe('texts with unknown parts', () => {
  it.each([
    ["f'Token {ENV}' == ''", 'False'],
    ["f'Token {ENV}' == 'Bearer x'", 'False'],
    ["f'{ENV}!' in ('x', None, 'Token x')", 'False'],
    ["'Token ' + ENV == 'Toke'", 'False'],
    ["'Token ' + ENV + '.' == 'Token x'", 'False'],
    ["'Token %s' % ENV != 'Bearer x'", 'True'],
    ["('Token ' + ENV) is None", 'False'],
    ["bool(f'Token {ENV}')", 'True'],
  ])('%s is %s', (expression, expected) => {
    const { vm, show } = run({ main: `a = ${expression}` }, env('env:X'));
    expect(show('a')).toBe(expected);
    expect(vm.explorer.ways.conditions.size).toBe(0);
  });

  it.each(["b'Token %s' % ENV == b'Token x'", "f'Token {ENV}' == 'Token x'", "f'{ENV}' == ''", "'Token ' + ENV == 'Token '"])(
    '%s is open',
    (expression) => {
      const { get } = run({ main: `a = ${expression}` }, env('env:X'));
      expect(optionsThere(get('a'))).toHaveLength(2);
    },
  );
});

describe('forks', () => {
  it('joins what two branches assign, and keeps values of one fork together', () => {
    const code = 'if ENV:\n    a, b = 1, 1\nelse:\n    a, b = 2, 2\nsame = a == b\n';
    expect(run({ main: code }, env('env:X')).show('same')).toBe('True');
  });

  it('meets the very same objects on each way', () => {
    const code =
      'def f():\n    def inner(): pass\n    made = []\n    if ENV: return inner, made, 1\n    return inner, made, 2\na, b, x = f()';
    const { get } = run({ main: code }, env('E'));
    expect([get('a').k, get('b').k, get('x').k]).toEqual(['func', 'list', 'alt']);
  });

  it('meets the object of a statement that forks later on with what its class gave it', () => {
    const made = 'class Made:\n    def __init__(self):\n        self.n = 1\n';
    const manager = `${made}    def __enter__(self):\n        self.entered = 2\n    def __exit__(self, *raised):\n        seen.append((self.n, self.entered))\n`;
    const argument = `${made}def both(a, b):\n    return (a.n, b)\nseen = both(Made(), 1 if ENV else 2)\n`;
    const body = `seen = []\n${manager}with Made():\n    if ENV:\n        a = 1\n    else:\n        a = 2\n`;
    const raising = `seen = []\n${manager}try:\n    with Made():\n        if ENV:\n            raise ValueError()\nexcept ValueError:\n    pass\n`;
    for (const [code, shown] of [
      [argument, '(1, 2) or (1, 1)'],
      [body, '[(1, 2)]'],
      [raising, '[(1, 2)]'],
    ] as const) {
      const { show, vm } = run({ main: code }, env('E'));
      expect([vm.problems, show('seen')]).toEqual([[], shown]);
    }
  });

  it('joins on the way where one statement has many ways', () => {
    const code = `def f(x): return 1 if x else 2\na = [${[...'abcdefgh'].map((name) => `f(ENV.${name}) if ENV.${name}1 else 3`).join(', ')}]`;
    const { get, vm } = run({ main: code }, env('E'));
    expect([vm.problems, get('a').k]).toEqual([[], 'alt']);
  });

  it('takes an attribute that an unknown decorator may have written for unknown', () => {
    const { show, get } = run({
      main: 'import other\n@other.extend\nclass A:\n    own = 1\na = A().more\nb = A().own\nc = hasattr(A, "more")',
    });
    expect([get('a').k, show('b'), show('c')]).toEqual(['unknown', '1', 'False']);
  });

  it('makes one unknown of several values of the world, which nobody can tell apart', () => {
    const prepare = (vm: VM) => {
      env('E')(vm);
      for (const name of ['ROW', 'CLOCK']) vm.builtins.set(name, unknown('world', name, 'outside'));
    };
    const { get } = run({ main: 'a = ROW if ENV else CLOCK\nb = ROW if ENV else None' }, prepare);
    expect([get('a').k, get('b').k]).toEqual(['unknown', 'alt']);
  });

  it('joins returns and appends', () => {
    const code = 'def f():\n    if ENV:\n        return 1\n    return 2\nxs = [0]\nif f() == 1:\n    xs.append(9)\nn = len(xs)\n';
    const { show } = run({ main: code }, env('env:X'));
    expect(show('xs')).toBe('[0, <absent> or 9]');
    expect(show('n')).toBe('1 or 2');
  });

  it('drops a way that raises at the top of a module', () => {
    expect(run({ main: 'if not ENV:\n    raise RuntimeError()\na = 1 if ENV else 2' }, env('env:X')).show('a')).toMatch(/1/);
  });

  it('keeps ways excluded that ended in an exception, where the rest is joined', () => {
    const code = `
def name():
    if ENV.a:
        return 'main'
    if ENV.b:
        return 'event'
    if ENV.c:
        return 'shop'
    return 'main'
def only_main(text):
    if text != 'main':
        raise ValueError(text)
    return 1
def look():
    x = name()
    only_main(x)
    return x == 'shop' or x == 'event'
try:
    seen = look()
except ValueError:
    seen = 'other'
`;
    expect(run({ main: code }, env('env:X')).show('seen')).not.toMatch(/True/);
  });

  it('asks once whether a pair that is not known is one of many', () => {
    const add = (n: number) => `pair = ENV.a${n}, ENV.b${n}\nif pair not in seen:\n    seen.add(pair)\n`;
    const { vm } = run({ main: `seen = set()\n${Array.from({ length: 20 }, (_x, n) => add(n)).join('')}` }, env('env:X'));
    expect(vm.problems).toEqual([]);
    expect(vm.steps).toBeLessThan(2000);
  });

  it('keeps twenty forks in a row cheap', () => {
    const code = `${Array.from({ length: 20 }, (_x, i) => `if getattr(ENV, 'x${i}'):\n    a${i} = 1\nelse:\n    a${i} = 2\n`).join('')}b = a0 + a1 + a2\n`;
    const { vm, show } = run({ main: code }, env('env:X'));
    expect(show('b')).toContain('3');
    expect(vm.steps).toBeLessThan(500);
  });
});

describe('exceptions on forks', () => {
  it('keep what belongs to each of them', () => {
    const code = [
      'class E(Exception):',
      '    def __init__(self, reason):',
      '        self.reason = reason',
      'def check():',
      '    if ENV.a:',
      '        raise E("a")',
      '    if ENV.b:',
      '        raise E("b")',
      '    return "none"',
      'def f():',
      '    try:',
      '        return check()',
      '    except E as e:',
      '        return e.reason',
      'r = f()',
    ].join('\n');
    const shown = run({ main: code }, env('env:X')).show('r');
    for (const reason of ["'a'", "'b'", "'none'"]) expect(shown).toContain(reason);
  });
});

describe('elements that may be absent', () => {
  const twelve = 'found = [n for n in "abcdefghijkl" if ENV.has(n)]\n';
  const calls = env('E');

  it.each([
    ['a list of them', 'a = found', 12],
    ['sorted', 'a = sorted(found)', 12],
    ['as keys', 'a = list({n: 1 for n in found})', 12],
    ['as items', 'a = [key for key, value in {n: n for n in found}.items()]', 12],
    ['in a loop', 'a = []\nfor n in found:\n    a.append(n)', 12],
  ])('%s', (_title, program, length) => {
    const { vm, get } = run({ main: `${twelve}${program}\n` }, calls);
    expect(vm.problems).toEqual([]);
    const a = get('a');
    expect(a.k === 'list' && !a.fuzzy && a.items.length).toBe(length);
    const values = possibleElements(vm, a).map(({ value }) => vm.repr(value));
    expect(values.slice(0, 3)).toEqual(["'a'", "'b'", "'c'"]);
  });

  it('one by one', () => {
    const { get } = run({ main: `${twelve}a = next(iter(found), None)\n` }, calls);
    const firsts = new Set(optionsThere(get('a')).map((value) => (value.k === 'str' ? value.v : value.k)));
    expect([...firsts].sort().join()).toBe('a,b,c,d,e,f,g,h,i,j,k,l,none');
  });

  it('are not counted through where there are many: the text of all is not known', () => {
    const { vm, get } = run({ main: `${twelve}a = ','.join(found)\nb = any(n == 'z' for n in found)\n` }, calls);
    expect(vm.problems).toEqual([]);
    expect(get('a').k).toBe('unknown');
    expect(vm.repr(get('b'))).toBe('False');
  });
});

describe('loops that go round nobody knows how often', () => {
  const calls = env('E');

  it.each([
    ['an unknown condition', 'key = ENV\nwhile len(key) % 16 != 0:\n    key += "x"\n'],
    ['a break on one', 'key = 0\nwhile True:\n    key += 1\n    if ENV.has(key):\n        break\n'],
  ])('%s: what they leave behind is not known', (_title, program) => {
    const { vm, get } = run({ main: program }, calls);
    expect(vm.problems).toEqual([]);
    expect(optionsThere(get('key')).some((value) => value.k === 'unknown')).toBe(true);
    expect(vm.steps).toBeLessThan(2000);
  });

  it('what is known stays so', () => {
    const { show } = run({ main: 'key = 0\nwhile key < 100:\n    key += 1\n    found = ENV.has(key)\n' }, calls);
    expect(show('key')).toBe('100');
  });
});

describe('what libraries do while they are imported', () => {
  it.each([
    [
      'class A:\n    @property\n    def x(self):\n        return 1\n    @x.setter\n    def x(self, value):\n        self.y = value\nB = property(A.x.fget, A.x.fset)\na = [A.x.fdel, A.x.fset is not None]',
      '[None, True]',
    ],
    ['class A:\n    def __init__(self):\n        object.__setattr__(self, "x", 3)\na = A().x', '3'],
    ['a = b"ab" * 2 == b"abab"', 'True'],
  ])('%s', (text, expected) => {
    expect(run({ main: text }).show('a')).toBe(expected);
  });
});
