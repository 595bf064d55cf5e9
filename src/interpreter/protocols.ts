/** The special methods of the built-in types by name: `dict.__getitem__`, `super().__setitem__(...)`. */
import type { Site } from '../python/syntax.ts';
import { shownRepr, written } from './text.ts';
import { type Args, args, bool, NONE, str, type Value } from './values.ts';
import type { VM } from './vm.ts';

type Special = (vm: VM, self: Value, given: Args, site: Site | null) => Value;

const first = (given: Args): Value => given.positional[0] ?? NONE;
const binary =
  (operator: string): Special =>
  (vm, self, given, site) =>
    vm.binary(operator, self, first(given), site);
const compare =
  (operator: string): Special =>
  (vm, self, given, site) =>
    vm.compare(operator, self, first(given), site);

/** Attributes that Python's built-in types have and that are not modelled: they exist, and are opaque. */
export const UNMODELLED: ReadonlySet<string> = new Set([
  'str.maketrans',
  'str.center',
  'str.istitle',
  'str.isprintable',
  'bytes.fromhex',
  'bytes.maketrans',
  'bytes.center',
  'int.from_bytes',
  'int.real',
  'int.imag',
  'int.numerator',
  'int.denominator',
  'int.conjugate',
  'int.as_integer_ratio',
  'float.fromhex',
  'float.hex',
  'float.real',
  'float.imag',
  'float.conjugate',
  'float.as_integer_ratio',
  'set.difference_update',
  'set.intersection_update',
  'set.symmetric_difference_update',
  'dict.__missing__',
  'object.__subclasshook__',
  'object.__reduce__',
  'object.__reduce_ex__',
  'object.__sizeof__',
  'object.__format__',
  'object.__getstate__',
  'type.__prepare__',
  'type.__call__',
  'type.__instancecheck__',
]);

/** Name -> behaviour on a built-in value; types that lack the protocol raise TypeError as the operator would. */
export const SPECIAL_METHODS: Readonly<Record<string, Special>> = {
  __getitem__: (vm, self, given, site) => vm.getItem(self, first(given), site),
  __setitem__(vm, self, given, site) {
    vm.setItem(self, first(given), given.positional[1] ?? NONE, site);
    return NONE;
  },
  __delitem__(vm, self, given, site) {
    vm.delItem(self, first(given), site);
    return NONE;
  },
  __contains__: (vm, self, given, site) => bool(vm.contains(self, first(given), site)),
  __len__: (vm, self, _given, site) => vm.call(vm.builtins.get('len')!, args(self), site),
  __iter__: (vm, self, _given, site) => vm.call(vm.builtins.get('iter')!, args(self), site),
  __bool__: (vm, self, _given, site) => bool(vm.truth(self, site)),
  __str__: (vm, self, _given, site) => vm.display(self, site),
  __repr__: (vm, self) => shownRepr(vm, self),
  __hash__: (_vm, self) => str(written(self)),
  __init__(vm, self, given, site) {
    if (self.k === 'dict') {
      if (given.positional[0]) vm.updateDict(self, given.positional[0], site);
      for (const [name, value] of given.keywords) vm.setItem(self, str(name), value, site);
    } else if (self.k === 'list' && given.positional[0]) {
      vm.callMethod(self, 'extend', args(given.positional[0]), site);
    }
    return NONE;
  },
  __eq__: compare('Eq'),
  __ne__: compare('NotEq'),
  __lt__: compare('Lt'),
  __le__: compare('LtE'),
  __gt__: compare('Gt'),
  __ge__: compare('GtE'),
  __add__: binary('Add'),
  __mul__: binary('Mult'),
  __sub__: binary('Sub'),
  __mod__: binary('Mod'),
  __or__: binary('BitOr'),
  __and__: binary('BitAnd'),
};
