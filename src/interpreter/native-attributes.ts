/** Attributes of values that have no class of their own in Python code: functions, methods, descriptors, text, numbers, containers. */
import type { Site } from '../python/syntax.ts';
import { bind } from './binding.ts';
import { codeObject, keywordDefaults } from './code-objects.ts';
import { docstringOf, ensureBody } from './functions.ts';
import { hasAffix, openPieces } from './gaps.ts';
import { tellTexts } from './meetings.ts';
import { METHODS, TAKE_OPEN_ARGUMENTS } from './methods.ts';
import { presence } from './presence.ts';
import { SPECIAL_METHODS, UNMODELLED } from './protocols.ts';
import {
  bool,
  builtin,
  derived,
  dict,
  NAMED_ITEMS,
  NONE,
  nextId,
  type PyUnknown,
  RANGES,
  str,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';
import { told } from './watched.ts';

/** An attribute of such a value; null when it has none of this name. */
export function nativeAttr(vm: VM, object: Value, name: string, site: Site | null): Value | null {
  if ((object.k === 'func' || object.k === 'builtin') && object.attrs.has(name)) return presence(vm, object.attrs.get(name)!);
  const item = object.k === 'tuple' ? (NAMED_ITEMS.get(object)?.indexOf(name) ?? -1) : -1;
  if (object.k === 'tuple' && item >= 0) return object.items[item]!;
  const bound = object.k === 'tuple' ? RANGES.get(object)?.[name] : undefined;
  if (bound) return bound;
  switch (object.k) {
    case 'func':
      return functionAttr(vm, object, name) ?? (name === '__class__' ? vm.types.function : null);
    case 'method':
      if (name === '__class__') return vm.types.method;
      if (name === '__func__') return object.func;
      if (name === '__self__') return object.self;
      return vm.findAttr(object.func, name, site);
    case 'builtin':
      if (name === '__name__' || name === '__qualname__') return str(object.name);
      if (name === '__module__') return str('builtins');
      if (name === '__doc__') return NONE;
      break;
    case 'descriptor': {
      const own = object.attrs?.get(name);
      const set = own && presence(vm, own);
      if (set) return set;
      if (name === 'fget' || name === '__func__') return object.get;
      if (object.kind === 'property' && (name === 'fset' || name === 'fdel')) return (name === 'fset' && object.set) || NONE;
      if (name === '__get__')
        return builtin('__get__', (inner, given, at) =>
          bind(inner, object, given.positional[0] ?? NONE, inner.classOf(given.positional[0] ?? NONE), at),
        );
      if (object.kind === 'property' && (name === 'setter' || name === 'deleter' || name === 'getter')) {
        return builtin(name, (_vm, given) => {
          const func = given.positional[0] ?? NONE;
          if (name === 'setter') return { ...object, set: func, id: nextId() };
          return name === 'getter' ? { ...object, get: func, id: nextId() } : object;
        });
      }
      return name.startsWith('__') ? null : vm.findAttr(object.get, name, site);
    }
    case 'none':
      // `super().__init__().__init__()`
      if (name === '__init__') return builtin('object.__init__', () => NONE);
      break;
    case 'slice':
      if (name === 'start') return object.lower;
      if (name === 'stop') return object.upper;
      if (name === 'step') return object.step;
  }
  const cls = vm.classOf(object);
  const method = METHODS[cls.name]?.[name];
  if (method)
    return builtin(`${cls.name}.${name}`, (inner, given, at) => {
      if (inner.hooks.textsMeet && given.positional[0]) tellTexts(inner, object, inner.force(given.positional[0], at));
      if (given.fuzzy && !TAKE_OPEN_ARGUMENTS.has(name)) return withOpenArguments(inner, object, name, given.fuzzy);
      const plain = () =>
        told(
          [object, ...given.positional],
          ([self, ...positional]) => openPieces(inner, name, self!, positional) ?? method(inner, self, { ...given, positional }, at),
        );
      if ((name !== 'startswith' && name !== 'endswith') || given.positional.length > 1) return plain();
      const open = hasAffix(inner, object, name, given.positional[0]);
      return open === null ? plain() : bool(open);
    });
  if (name === '__class__') return cls;
  if (name === '__doc__') return NONE;
  if (UNMODELLED.has(`${cls.name}.${name}`)) return unknown('opaque', `${cls.name}.${name}`, `${cls.name}.${name} is not modelled`, site);
  const special = DATA.has(object.k) ? SPECIAL_METHODS[name] : undefined;
  return special ? builtin(`${cls.name}.${name}`, (inner, given, at) => special(inner, object, given, at)) : null;
}

/** A method that got arguments of which the number is not known: so is its answer, and what it may have changed. */
function withOpenArguments(vm: VM, object: Value, name: string, given: PyUnknown): Value {
  if (object.k === 'list' || object.k === 'dict' || object.k === 'set') vm.heap.setField(object, 'fuzzy', derived(given, `:in ${name}`));
  return derived(given, `:${name}`);
}

/** Kinds of built-in values with operators and protocols of their own. */
const DATA = new Set(['str', 'bytes', 'num', 'bool', 'list', 'tuple', 'dict', 'set']);

function functionAttr(vm: VM, func: Value & { k: 'func' }, name: string): Value | null {
  switch (name) {
    case '__name__':
      return vm.reads.said(func, name, func.name);
    case '__qualname__':
      return vm.reads.said(func, name, func.qualname);
    case '__module__':
      return vm.reads.said(func, name, func.scope.module.name);
    case '__doc__': {
      // Decorators copy it while a project is loaded, and hardly anybody reads it: no body is parsed for that.
      if (vm.firing) ensureBody(func);
      const text = docstringOf(func.code.body);
      return text.k === 'str' ? vm.reads.said(func, name, text.v) : text;
    }
    case '__dict__':
      return vm.attrsDict(func);
    case '__wrapped__':
      return null;
    case '__globals__':
      return vm.scopeDict(func.scope.module.scope);
    case '__annotations__':
      return dict();
    case '__code__':
      return codeObject(vm, func);
    case '__defaults__':
      return func.defaults.length > 0 ? tuple(func.defaults) : NONE;
    case '__kwdefaults__':
      return keywordDefaults(func);
    case '__get__':
      return builtin('__get__', (_vm, given) => {
        const self = given.positional[0] ?? NONE;
        return self.k === 'none' ? func : { k: 'method', func, self };
      });
    case '__call__':
      return func;
  }
  return null;
}
