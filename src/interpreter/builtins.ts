/** Python's built-in functions and classes. */

import { binding, FUNCTIONS } from './builtin-functions.ts';
import { written } from './text.ts';
import {
  args,
  bool,
  builtin,
  bytes,
  Cells,
  derived,
  dict,
  FALSE,
  int,
  list,
  NONE,
  nextId,
  type PyClass,
  type PyInst,
  plain,
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
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['TimeoutError', 'OSError'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception'],
  ['StopAsyncIteration', 'Exception'],
  ['BufferError', 'Exception'],
  ['ReferenceError', 'Exception'],
  ['SystemError', 'Exception'],
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['TabError', 'IndentationError'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeTranslateError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['DeprecationWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['BytesWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
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
  const intClass = simple('int', (vm, _c, given, site) => {
    const base = given.positional[1] ?? given.keywords.get('base');
    return base ? toInteger(vm, first(vm, given), vm.force(base, site ?? null)) : toNumber(vm, first(vm, given), false);
  });
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
      const { items, fuzzy } = vm.openElements(given.positional[0], null);
      if (!fuzzy) return tuple(items);
      const made = list([...items]);
      made.fuzzy = fuzzy;
      return made;
    }),
    list: simple('list', (vm, _c, given) => {
      if (!given.positional[0]) return list([]);
      const { items, fuzzy } = vm.openElements(given.positional[0], null);
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
      attrs: new Cells(),
      id: nextId(),
    })),
    staticmethod: simple('staticmethod', (_vm, _c, given) => ({
      k: 'descriptor',
      kind: 'staticmethod',
      get: given.positional[0] ?? NONE,
      set: null,
      attrs: new Cells(),
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
  for (const [name, run] of Object.entries(FUNCTIONS)) {
    // With arguments of which the number is not known (`zip(*rows)`) the answer is not known.
    builtins.set(
      name,
      builtin(name, (vm, given, site) => (given.fuzzy && name !== 'print' ? derived(given.fuzzy, `:${name}`) : run(vm, given, site))),
    );
  }
  builtins.set('NotImplemented', unknown('opaque', 'NotImplemented', 'NotImplemented', null));
  builtins.set('Ellipsis', unknown('opaque', 'ellipsis', 'an ellipsis', null));
  builtins.set('__debug__', TRUE);
  return { types, builtins };
}

function makeSet(vm: VM, cls: PyClass, given: { positional: readonly Value[] }): Value {
  const frozen = cls.name === 'frozenset';
  if (!given.positional[0]) return set([], frozen);
  const { items, fuzzy } = vm.iterate(given.positional[0], null);
  const made = set(
    items.map((item) => vm.force(item, null)),
    frozen,
  );
  made.fuzzy = fuzzy ?? undefined;
  return made;
}

function truthValue(vm: VM, value: Value): Value {
  return bool(vm.truth(value, null));
}

const PREFIXES: Readonly<Record<string, number>> = { '0b': 2, '0o': 8, '0x': 16 };

/** `int(text, base)`. */
function toInteger(vm: VM, value: Value | undefined, base: Value): Value {
  const unknownPart = [value, base].find((part) => part?.k === 'unknown');
  if (unknownPart?.k === 'unknown') return derived(unknownPart, ':int');
  if (value?.k !== 'str' && value?.k !== 'bytes') return vm.raise('TypeError', "int() can't convert non-string with explicit base", null);
  const given = base.k === 'num' ? base.v : Number.NaN;
  const [, sign, prefix, digits] =
    /^([-+]?)(0[box])?(\w+)$/.exec(
      value.v
        .trim()
        .replace(/(?<=\w)_(?=\w)/g, '')
        .toLowerCase(),
    ) ?? [];
  const said = prefix ? PREFIXES[prefix]! : null;
  const radix = given === 0 ? (said ?? 10) : given;
  const body = said === radix || !prefix ? digits : prefix + digits;
  const isDigit = (digit: string) => Number.parseInt(digit, 36) < radix;
  if (!body || !(radix >= 2 && radix <= 36) || ![...body].every(isDigit))
    return vm.raise('ValueError', `invalid literal for int() with base ${given}: ${vm.repr(value)}`, null);
  return int(Number.parseInt(body, radix) * (sign === '-' ? -1 : 1));
}

function toNumber(vm: VM, value: Value | undefined, float: boolean): Value {
  if ((value?.k === 'str' || value?.k === 'bytes') && vm.hooks.namesUser?.(value.v))
    return unknown('attacker', 'number in the token', 'chosen by whoever sends the request', null);
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
      return items.length === 0 ? str('') : items.length === 1 ? vm.display(items[0]!, site) : str(written(passed!));
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
  const importError = builtins.get('ImportError') as PyClass;
  const message = binding('msg', (_vm, given) => {
    const self = given.positional[0] as PyInst;
    const passed = self.attrs.get('args');
    return passed?.k === 'tuple' ? (passed.items[0] ?? NONE) : NONE;
  });
  importError.attrs.set('msg', { k: 'descriptor', kind: 'property', get: message, set: null, id: nextId() });
  builtins.set('IOError', builtins.get('OSError')!);
  builtins.set('EnvironmentError', builtins.get('OSError')!);
}
