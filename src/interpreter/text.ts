/** Values as text: `repr`, `str`, and dotted names of callables. */
import type { Site } from '../python/syntax.ts';
import { args, type PyClass, type PyStr, str, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';
import { WatchedText } from './watched.ts';

/** A short text for messages and keys, near Python's `repr`. Never runs code of the project; a watched text is named, not read. */
export function repr(value: Value): string {
  return shown(value, 0, (text) => (text instanceof WatchedText ? text.name : quote(text.v)));
}

function shown(value: Value, depth: number, textOf: (text: PyStr) => string): string {
  if (depth > 3) return '...';
  switch (value.k) {
    case 'none':
      return 'None';
    case 'bool':
      return value.v ? 'True' : 'False';
    case 'num':
      return value.float && Number.isInteger(value.v) ? `${value.v}.0` : String(value.v);
    case 'str':
      return textOf(value);
    case 'bytes':
      return `b${quote(value.v)}`;
    case 'tuple':
      return value.items.length === 1 ? `(${shown(value.items[0]!, depth + 1, textOf)},)` : `(${some(value.items, depth, textOf)})`;
    case 'list':
      return `[${some(value.items, depth, textOf)}${value.fuzzy ? ', ...' : ''}]`;
    case 'set':
      return `{${some([...value.entries.values()], depth, textOf)}}`;
    case 'dict':
      return `{${[...value.entries.values()]
        .slice(0, 12)
        .map((e) => `${shown(e.key, depth + 1, textOf)}: ${shown(e.value, depth + 1, textOf)}`)
        .join(', ')}}`;
    case 'class':
      return value.module === 'builtins' ? value.name : dotted(value);
    case 'func':
      return `${value.scope.module.name}.${value.qualname}`;
    case 'builtin':
      return value.name;
    case 'method':
      return shown(value.func, depth + 1, textOf);
    case 'module':
      return value.name;
    case 'inst':
      return `<${value.cls.qualname} object>`;
    case 'unknown':
      return `<${value.symbol}>`;
    case 'alt':
      return value.options.map((o) => shown(o, depth + 1, textOf)).join(' or ');
    default:
      return `<${value.k}>`;
  }
}

function some(items: readonly Value[], depth: number, textOf: (text: PyStr) => string): string {
  const texts = items.slice(0, 12).map((item) => shown(item, depth + 1, textOf));
  return texts.join(', ') + (items.length > 12 ? ', ...' : '');
}

function quote(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 80)}...` : text;
  return `'${short.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}

/** `repr(value)`, as a program gets it. */
export function shownRepr(vm: VM, value: Value): Value {
  vm.reads.shown(value);
  return str(written(value));
}

/** The same, its texts read. */
export function written(value: Value): string {
  return shown(value, 0, (text) => quote(text.v));
}

function dotted(cls: PyClass): string {
  return `${cls.module}.${cls.qualname}`;
}

/** `str(value)`: a string, or an unknown. Where an object lies in memory is no text that code compares. */
export function display(vm: VM, given: Value, site: Site | null): Value {
  const value = vm.force(given, site);
  vm.reads.shown(value);
  switch (value.k) {
    case 'str':
      return value;
    case 'unknown':
      return unknown(value.origin, `str(${value.symbol})`.replace(/^str\((str\(.*\))\)$/, '$1'), value.reason, site);
    case 'inst': {
      const method = vm.lookup(value.cls, '__str__') ?? vm.lookup(value.cls, '__repr__');
      if (method && method.k !== 'unknown') return vm.call({ k: 'method', func: method, self: value }, args(), site);
      if (value.payload) return display(vm, value.payload, site);
      return method?.k === 'unknown' ? method : str(`<${dotted(value.cls)} object at 0x7f0000000000>`);
    }
    case 'class':
      return str(`<class '${describe(value)}'>`);
    default:
      return str(written(value));
  }
}

/** The dotted name by which a callee is known, e.g. `jwt.decode`. */
export function describe(value: Value): string {
  switch (value.k) {
    case 'func':
      return `${value.scope.module.name}.${value.qualname}`;
    case 'class':
      return value.module === 'builtins' ? value.qualname : dotted(value);
    case 'method':
      return value.func.k === 'func' || value.func.k === 'builtin' ? describe(value.func) : value.k;
    case 'builtin':
      return value.name;
    case 'unknown':
      return value.symbol;
    case 'inst':
      return `${dotted(value.cls)}()`;
    default:
      return value.k;
  }
}
