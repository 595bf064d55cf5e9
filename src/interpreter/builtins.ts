/** Python's built-in functions and classes. */

import { missingBase } from './classes.ts';
import { sorted } from './methods.ts';
import { countEntries } from './operators.ts';
import {
  args,
  bool,
  builtin,
  bytes,
  derived,
  dict,
  FALSE,
  int,
  iter,
  keyOf,
  list,
  NONE,
  nextId,
  type PyBuiltin,
  type PyClass,
  type PyInst,
  set,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { BuiltinClasses, VM } from './vm.ts';

function nativeClass(name: string, bases: readonly PyClass[], construct?: PyClass['construct']): PyClass {
  const cls: PyClass = {
    k: 'class',
    id: nextId(),
    name,
    qualname: name,
    module: 'builtins',
    bases,
    mro: [],
    attrs: new Map(),
    places: new Map(),
    site: null,
    unknown: null,
    open: false,
    own: false,
    construct,
    metaclass: null,
  };
  cls.mro = [cls, ...(bases[0]?.mro ?? [])];
  return cls;
}

const EXCEPTIONS: readonly (readonly [string, string])[] = [
  ['Exception', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['ArithmeticError', 'Exception'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ['FileNotFoundError', 'OSError'],
  ['FileExistsError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['TimeoutError', 'OSError'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception'],
  ['StopAsyncIteration', 'Exception'],
  ['SyntaxError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['DeprecationWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
];

/** The built-in classes and the table of built-in names. */
export function makeBuiltins(): { types: BuiltinClasses; builtins: Map<string, Value> } {
  const object = nativeClass('object', []);
  const type = nativeClass('type', [object], (vm, _cls, given, site) => {
    if (given.positional.length === 1) return vm.classOf(vm.force(given.positional[0]!, null));
    const [name, bases, attrs] = given.positional.map((v) => vm.force(v, null));
    if (name?.k !== 'str' || !bases || attrs?.k !== 'dict') return vm.fresh('opaque', 'type()', 'a class made by a call of type()', null);
    const vars = new Map<string, Value>();
    for (const entry of attrs.entries.values()) if (entry.key.k === 'str') vars.set(entry.key.v, entry.value);
    const module = vm.stack.at(-1)?.scope.module;
    // At the top of a module there is no frame: the call's place names it.
    return vm.makeClass(name.v, name.v, vm.iterate(bases, null).items, vars, {
      module: site?.unit.module ?? module?.name ?? '?',
      places: new Map(),
      site: site ?? null,
      own: site?.unit.own ?? module?.own ?? false,
      keywords: given.keywords,
    });
  });
  const simple = (name: string, construct?: PyClass['construct'], base = object) => nativeClass(name, [base], construct);
  const first = (vm: VM, given: { positional: readonly Value[] }) =>
    given.positional[0] ? plain(vm.force(given.positional[0], null)) : undefined;
  const intClass = simple('int', (vm, _c, given) => toNumber(vm, first(vm, given), false));
  const types: BuiltinClasses = {
    object,
    type,
    none: simple('NoneType', () => NONE),
    int: intClass,
    bool: nativeClass('bool', [intClass], (vm, _c, given) => (given.positional[0] ? truthValue(vm, given.positional[0]) : FALSE)),
    float: simple('float', (vm, _c, given) => toNumber(vm, first(vm, given), true)),
    str: simple('str', (vm, _c, given) => {
      const value = first(vm, given);
      if (value?.k === 'bytes' && (given.positional.length > 1 || given.keywords.size))
        return str(Buffer.from(value.v, 'latin1').toString('utf8'));
      return given.positional[0] ? vm.display(given.positional[0], null) : str('');
    }),
    bytes: simple('bytes', (vm, _c, given) => {
      const value = first(vm, given);
      if (value?.k === 'str') return bytes(Buffer.from(value.v, 'utf8').toString('latin1'));
      return value?.k === 'bytes' ? value : value?.k === 'unknown' ? derived(value, ':bytes') : bytes('');
    }),
    tuple: simple('tuple', (vm, _c, given) => {
      if (!given.positional[0]) return tuple([]);
      const { items, fuzzy } = vm.iterate(given.positional[0], null);
      if (!fuzzy) return tuple(items);
      const made = list([...items]);
      made.fuzzy = fuzzy;
      return made;
    }),
    list: simple('list', (vm, _c, given) => {
      if (!given.positional[0]) return list([]);
      const { items, fuzzy } = vm.iterate(given.positional[0], null);
      const made = list([...items]);
      made.fuzzy = fuzzy ?? undefined;
      return made;
    }),
    dict: simple('dict', (vm, _c, given) => {
      const made = dict();
      if (given.positional[0]) vm.updateDict(made, given.positional[0], null);
      for (const [name, value] of given.keywords) made.entries.set(`s:${name}`, { key: str(name), value });
      made.fuzzy = given.fuzzy ?? made.fuzzy;
      return made;
    }),
    set: simple('set', makeSet),
    frozenset: simple('frozenset', makeSet),
    function: simple('function'),
    method: simple('method'),
    builtin: simple('builtin_function_or_method'),
    module: simple('module'),
    property: simple('property', (_vm, _c, given) => ({
      k: 'descriptor',
      kind: 'property',
      get: given.positional[0] ?? given.keywords.get('fget') ?? NONE,
      set: given.positional[1] ?? given.keywords.get('fset') ?? null,
      id: nextId(),
    })),
    classmethod: simple('classmethod', (_vm, _c, given) => ({
      k: 'descriptor',
      kind: 'classmethod',
      get: given.positional[0] ?? NONE,
      set: null,
      id: nextId(),
    })),
    staticmethod: simple('staticmethod', (_vm, _c, given) => ({
      k: 'descriptor',
      kind: 'staticmethod',
      get: given.positional[0] ?? NONE,
      set: null,
      id: nextId(),
    })),
    iterator: simple('list_iterator'),
    slice: simple('slice', (_vm, _c, given) => {
      const [a, b, c] = given.positional;
      return b ? { k: 'slice', lower: a!, upper: b, step: c ?? NONE } : { k: 'slice', lower: NONE, upper: a ?? NONE, step: NONE };
    }),
    super: simple('super', (vm, _c, given) => {
      const cls = vm.force(given.positional[0] ?? NONE, null);
      return cls.k === 'class'
        ? { k: 'super', cls, self: given.positional[1] ?? NONE }
        : vm.fresh('opaque', 'super', 'super() of something unknown', null);
    }),
    coroutine: simple('coroutine'),
    generator: simple('generator'),
    BaseException: simple('BaseException'),
  };
  const builtins = new Map<string, Value>();
  for (const cls of Object.values(types)) builtins.set(cls.name, cls);
  for (const hidden of [
    'NoneType',
    'function',
    'method',
    'builtin_function_or_method',
    'module',
    'list_iterator',
    'coroutine',
    'generator',
  ])
    builtins.delete(hidden);
  exceptions(types.BaseException, builtins);
  for (const [name, run] of Object.entries(FUNCTIONS)) builtins.set(name, builtin(name, run));
  builtins.set('NotImplemented', unknown('opaque', 'NotImplemented', 'NotImplemented', null));
  builtins.set('Ellipsis', unknown('opaque', 'ellipsis', 'an ellipsis', null));
  builtins.set('__debug__', TRUE);
  return { types, builtins };
}

function makeSet(vm: VM, _cls: PyClass, given: { positional: readonly Value[] }): Value {
  if (!given.positional[0]) return set();
  const { items, fuzzy } = vm.iterate(given.positional[0], null);
  const made = set(items.map((item) => vm.force(item, null)));
  made.fuzzy = fuzzy ?? undefined;
  return made;
}

function truthValue(vm: VM, value: Value): Value {
  return bool(vm.truth(value, null));
}

function plain(value: Value): Value {
  return value.k === 'inst' && value.payload ? value.payload : value;
}

function toNumber(vm: VM, value: Value | undefined, float: boolean): Value {
  if (!value) return { k: 'num', v: 0, float };
  if (value.k === 'num') return { k: 'num', v: float ? value.v : Math.trunc(value.v), float };
  if (value.k === 'bool') return { k: 'num', v: Number(value.v), float };
  if (value.k === 'str' || value.k === 'bytes') {
    const text = value.v.trim().replace(/_/g, '');
    if (float && /^[-+]?(inf|infinity|nan)$/i.test(text))
      return { k: 'num', v: /nan/i.test(text) ? Number.NaN : text.startsWith('-') ? -Infinity : Infinity, float };
    const ok = float ? /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) : /^[-+]?\d+$/.test(text);
    return ok
      ? { k: 'num', v: Number(text), float }
      : vm.raise('ValueError', `invalid literal for ${float ? 'float' : 'int'}(): ${vm.repr(value)}`, null);
  }
  if (value.k === 'unknown') return derived(value, float ? ':float' : ':int');
  if (value.k === 'inst') {
    const method = vm.lookup(value.cls, float ? '__float__' : '__int__');
    if (method) return vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: value }, args(), null);
    return vm.fresh('opaque', 'int()', `a number made of a ${value.cls.name}`, null);
  }
  return vm.raise('TypeError', `int() argument must be a string or a number, not '${vm.classOf(value).name}'`, null);
}

function exceptions(base: PyClass, builtins: Map<string, Value>): void {
  base.attrs.set(
    '__init__',
    binding('__init__', (vm, given) => {
      const self = given.positional[0] as PyInst;
      vm.heap.setMap(self.attrs, 'args', tuple(given.positional.slice(1)));
      return NONE;
    }),
  );
  base.attrs.set(
    '__str__',
    binding('__str__', (vm, given, site) => {
      const self = given.positional[0] as PyInst;
      const passed = self.attrs.get('args');
      const items = passed?.k === 'tuple' ? passed.items : [];
      return items.length === 0 ? str('') : items.length === 1 ? vm.display(items[0]!, site) : str(vm.repr(passed!));
    }),
  );
  base.attrs.set(
    'with_traceback',
    binding('with_traceback', (_vm, given) => given.positional[0]!),
  );
  base.attrs.set(
    'add_note',
    binding('add_note', () => NONE),
  );
  for (const [name, parent] of EXCEPTIONS) builtins.set(name, nativeClass(name, [(builtins.get(parent) as PyClass | undefined) ?? base]));
  builtins.set('IOError', builtins.get('OSError')!);
  builtins.set('EnvironmentError', builtins.get('OSError')!);
}

/** A built-in that binds like a function when it is found on a class. */
function binding(name: string, run: PyBuiltin['call']): PyBuiltin {
  const made = builtin(name, run);
  made.attrs.set('binds', TRUE);
  return made;
}

const FUNCTIONS: Record<string, PyBuiltin['call']> = {
  len(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    const target = plain(value);
    switch (target.k) {
      case 'str':
      case 'bytes':
        return int([...target.v].length);
      case 'list':
      case 'tuple': {
        const { items, fuzzy } = vm.iterate(target, site);
        return fuzzy ? derived(fuzzy, ':len') : int(items.length);
      }
      case 'dict':
      case 'set':
        return target.fuzzy ? derived(target.fuzzy, ':len') : int(countEntries(vm, target));
      case 'unknown':
        return derived(target, ':len');
      case 'inst': {
        const method = vm.lookup(target.cls, '__len__');
        if (method) return vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: target }, args(), site);
        const missing = missingBase(target);
        return missing ? derived(missing, ':len') : vm.raise('TypeError', `object of type '${target.cls.name}' has no len()`, site);
      }
      default:
        return vm.raise('TypeError', `object of type '${vm.classOf(target).name}' has no len()`, site);
    }
  },
  isinstance: (vm, given, site) => bool(vm.isInstance(given.positional[0] ?? NONE, given.positional[1] ?? NONE, site)),
  issubclass(vm, given, site) {
    const cls = vm.force(given.positional[0] ?? NONE, site);
    const wanted = vm.force(given.positional[1] ?? NONE, site);
    const options = wanted.k === 'tuple' || wanted.k === 'list' ? wanted.items.map((o) => vm.force(o, site)) : [wanted];
    let blank: Value | null = null;
    for (const option of options) {
      if (cls.k === 'class' && option.k === 'class') {
        const answer = vm.isSubclass(cls, option);
        if (answer) return TRUE;
        if (answer === null) blank = cls.mro.find((c) => c.unknown)?.unknown ?? option.unknown;
      } else if (cls.k === 'unknown' || option.k === 'unknown') blank = cls.k === 'unknown' ? cls : option;
      else return vm.raise('TypeError', 'issubclass() arg 1 must be a class', site);
    }
    return blank?.k === 'unknown' ? bool(vm.truth(derived(blank, `:subclass:${keyOf(cls)}`), site)) : FALSE;
  },
  hasattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    const object = vm.force(given.positional[0] ?? NONE, site);
    if (name.k !== 'str') return vm.fresh('opaque', 'hasattr', 'an attribute with a computed name', site);
    const value = vm.findAttr(object, name.v, site);
    if (value && isOpaqueAttr(value, object))
      return bool(
        vm.fork(value as Value & { k: 'unknown' }, 'exists', [
          `${vm.repr(object)} has no ${name.v}`,
          `${vm.repr(object)} has ${name.v}`,
        ]) === 1,
      );
    return bool(value !== null);
  },
  getattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    const object = vm.force(given.positional[0] ?? NONE, site);
    if (name.k !== 'str')
      return name.k === 'unknown'
        ? derived(name, `:attribute of ${keyOf(object)}`)
        : vm.raise('TypeError', 'attribute name must be string', site);
    const value = vm.findAttr(object, name.v, site);
    const otherwise = given.positional[2];
    if (!value) return otherwise ?? vm.getAttr(object, name.v, site);
    return value;
  },
  setattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    if (name.k === 'str') vm.setAttr(given.positional[0]!, name.v, given.positional[2] ?? NONE, site);
    else {
      const object = vm.force(given.positional[0] ?? NONE, site);
      if (object.k === 'inst' && name.k === 'unknown') vm.heap.setField(object, 'fuzzy', name);
    }
    return NONE;
  },
  delattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    if (name.k === 'str') vm.delAttr(given.positional[0]!, name.v, site);
    return NONE;
  },
  callable(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'unknown')
      return bool(vm.fork(value, 'is callable', [`${value.symbol} is not callable`, `${value.symbol} is callable`]) === 1);
    if (value.k === 'inst') return bool(vm.lookup(value.cls, '__call__') !== null);
    return bool(value.k === 'func' || value.k === 'builtin' || value.k === 'method' || value.k === 'class');
  },
  print: () => NONE,
  id: (_vm, given) => str(keyOf(given.positional[0] ?? NONE)),
  hash: (_vm, given) => str(keyOf(given.positional[0] ?? NONE)),
  repr: (vm, given, site) => str(vm.repr(vm.force(given.positional[0] ?? NONE, site))),
  ascii: (vm, given, site) => str(vm.repr(vm.force(given.positional[0] ?? NONE, site))),
  format: (vm, given, site) => vm.display(given.positional[0] ?? NONE, site),
  any(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    for (const item of items) if (vm.truth(item, site)) return TRUE;
    return fuzzy ? bool(vm.truth(derived(fuzzy, ':any'), site)) : FALSE;
  },
  all(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    for (const item of items) if (!vm.truth(item, site)) return FALSE;
    return fuzzy ? bool(vm.truth(derived(fuzzy, ':all'), site)) : TRUE;
  },
  range(vm, given, site) {
    const numbers = given.positional.map((v) => vm.force(v, site));
    const blank = numbers.find((n) => n.k !== 'num');
    if (blank) return blank.k === 'unknown' ? derived(blank, ':range') : vm.raise('TypeError', 'range() needs integers', site);
    const values = numbers.map((n) => (n as { v: number }).v);
    const [from, to, step] = values.length === 1 ? [0, values[0]!, 1] : [values[0]!, values[1]!, values[2] ?? 1];
    const items: Value[] = [];
    for (let i = from; step > 0 ? i < to : i > to; i += step || 1) {
      items.push(int(i));
      if (items.length > vm.limits.elements) return vm.fresh('opaque', 'range', `a range of more than ${vm.limits.elements} numbers`, site);
    }
    return tuple(items);
  },
  enumerate(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    const start = vm.force(given.positional[1] ?? given.keywords.get('start') ?? int(0), site);
    const from = start.k === 'num' ? start.v : 0;
    return iter(
      items.map((item, i) => tuple([int(from + i), item])),
      fuzzy ?? undefined,
    );
  },
  zip(vm, given, site) {
    const columns = given.positional.map((v) => vm.iterate(v, site));
    const length = columns.length ? Math.min(...columns.map((c) => c.items.length)) : 0;
    const fuzzy = columns.find((c) => c.fuzzy)?.fuzzy;
    return iter(
      Array.from({ length }, (_x, i) => tuple(columns.map((c) => c.items[i]!))),
      fuzzy ?? undefined,
    );
  },
  map(vm, given, site) {
    const [func, ...rest] = given.positional;
    const columns = rest.map((v) => vm.iterate(v, site));
    const length = columns.length ? Math.min(...columns.map((c) => c.items.length)) : 0;
    const items = Array.from({ length }, (_x, i) => vm.call(func ?? NONE, args(...columns.map((c) => c.items[i]!)), site));
    return iter(items, columns.find((c) => c.fuzzy)?.fuzzy ?? undefined);
  },
  filter(vm, given, site) {
    const [func, source] = given.positional;
    const { items, fuzzy } = vm.iterate(source ?? NONE, site);
    const keep =
      func && func.k !== 'none'
        ? items.filter((item) => vm.truth(vm.call(func, args(item), site), site))
        : items.filter((item) => vm.truth(item, site));
    return iter(keep, fuzzy ?? undefined);
  },
  sorted(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    const made = list(sorted(vm, items, given, site));
    made.fuzzy = fuzzy ?? undefined;
    return made;
  },
  reversed(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    return iter(items.toReversed(), fuzzy ?? undefined);
  },
  iter(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'iter') return value;
    const { items, fuzzy } = vm.iterate(value, site);
    return iter(items, fuzzy ?? undefined);
  },
  next(vm, given, site) {
    const asked = vm.force(given.positional[0] ?? NONE, site);
    const value = (asked.k === 'inst' && vm.generatorIter(asked, site)) || asked;
    if (value.k === 'iter') {
      const item = value.items[value.position];
      if (item) {
        vm.heap.setField(value, 'position', value.position + 1);
        return item;
      }
      if (value.fuzzy) return derived(value.fuzzy, `:next${value.position}`);
    } else if (value.k === 'unknown') return derived(value, ':next');
    else if (value.k === 'inst') {
      const method = vm.lookup(value.cls, '__next__');
      if (method) return vm.call({ k: 'method', func: method, self: value }, args(), site);
    }
    return given.positional[1] ?? vm.raise('StopIteration', '', site);
  },
  sum(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    let total: Value = given.positional[1] ?? int(0);
    for (const item of items) total = vm.binary('Add', total, item, site);
    return fuzzy ? derived(fuzzy, ':sum') : total;
  },
  min: (vm, given, site) => extreme(vm, given.positional, site, -1),
  max: (vm, given, site) => extreme(vm, given.positional, site, 1),
  abs(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'num' ? { ...value, v: Math.abs(value.v) } : value;
  },
  round(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'num' ? int(Math.round(value.v)) : value;
  },
  divmod: (vm, given, site) =>
    tuple([
      vm.binary('FloorDiv', given.positional[0]!, given.positional[1]!, site),
      vm.binary('Mod', given.positional[0]!, given.positional[1]!, site),
    ]),
  pow: (vm, given, site) => vm.binary('Pow', given.positional[0]!, given.positional[1]!, site),
  chr: (vm, given, site) => {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'num' ? str(String.fromCodePoint(value.v)) : vm.fresh('opaque', 'chr', 'chr()', site);
  },
  ord: (vm, given, site) => {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'str' || value.k === 'bytes' ? int(value.v.codePointAt(0) ?? 0) : vm.fresh('opaque', 'ord', 'ord()', site);
  },
  vars(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return vm.getAttr(value, '__dict__', site);
  },
  dir(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'module') return list([...value.scope.vars.keys()].sort().map((n) => str(n)));
    if (value.k === 'class' && !value.open)
      return list([...new Set(value.mro.flatMap((c) => [...c.attrs.keys()]))].sort().map((n) => str(n)));
    if (value.k === 'inst' && !value.cls.open)
      return list([...new Set([...value.attrs.keys(), ...value.cls.mro.flatMap((c) => [...c.attrs.keys()])])].sort().map((n) => str(n)));
    return vm.fresh('opaque', 'dir', 'dir()', site);
  },
  locals: () => NONE,
  globals: () => NONE,
  __import__(vm, given, site) {
    const name = vm.force(given.positional[0] ?? NONE, site);
    return name.k === 'str' ? vm.importModule(name.v, site) : vm.fresh('opaque', '__import__', 'an import with a computed name', site);
  },
  open: (vm, given, site) => {
    const name = given.positional[0] ? vm.repr(given.positional[0]) : '?';
    return unknown('deployment', `file:${name}`, `the file ${name} is read at run time`, site);
  },
  input: (vm, _given, site) => vm.fresh('deployment', 'input', 'input()', site),
  exec: (vm, _given, site) => vm.fresh('opaque', 'exec', 'exec() is not run', site),
  eval: (vm, _given, site) => vm.fresh('opaque', 'eval', 'eval() is not run', site),
  compile: (vm, _given, site) => vm.fresh('opaque', 'compile', 'compile() is not run', site),
  bytearray: (vm, _given, site) => vm.fresh('opaque', 'bytearray', 'a bytearray', site),
  memoryview: (vm, _given, site) => vm.fresh('opaque', 'memoryview', 'a memoryview', site),
  hex: (vm, given, site) => {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'num' ? str(`0x${value.v.toString(16)}`) : vm.fresh('opaque', 'hex', 'hex()', site);
  },
};

function isOpaqueAttr(value: Value, object: Value): boolean {
  return value.k === 'unknown' && (object.k === 'unknown' || (object.k === 'inst' && (object.fuzzy !== undefined || object.cls.open)));
}

function extreme(vm: VM, positional: readonly Value[], site: Parameters<VM['truth']>[1], sign: number): Value {
  const { items, fuzzy } = positional.length === 1 ? vm.iterate(positional[0]!, site) : { items: positional, fuzzy: null };
  if (fuzzy || items.length === 0)
    return fuzzy ? derived(fuzzy, ':extreme') : vm.raise('ValueError', 'min() or max() of an empty sequence', site);
  const values = items.map((item) => vm.force(item, site));
  const blank = values.find((v) => v.k === 'unknown');
  if (blank?.k === 'unknown') return derived(blank, sign > 0 ? ':max' : ':min');
  const ordered = sorted(vm, values, args(), site);
  return sign > 0 ? ordered.at(-1)! : ordered[0]!;
}
