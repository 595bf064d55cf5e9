/** Values as text: `repr`, `str`, and dotted names of callables. */
import type { Site } from '../python/syntax.ts';
import { args, hashOf, keyOf, type PyClass, type PyStr, str, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';
import { WatchedText } from './watched.ts';

/** A short text for messages and keys, near Python's `repr`. Never runs code of the project; a watched text is named, not read. */
export function repr(value: Value): string {
  return shown(value, 0, (text) => (text instanceof WatchedText ? text.name : quote(text.v)));
}

/**
 * A text that two values have in common only where one says of the other what it is: what is decided of a value is found under it again.
 * An object is told by its number, which people do not get to see (`predicted/readable.ts`); a text with a name of its own by what it says.
 */
export function identified(value: Value): string {
  return shown(value, 0, (text) => (text instanceof WatchedText ? text.name : whole(text.v)), true);
}

function whole(text: string): string {
  return text.length > LONGEST_SHOWN ? `${quote(text)}~${hashOf(text, 31)}${hashOf(text, 37)}` : quote(text);
}

function shown(value: Value, depth: number, textOf: (text: PyStr) => string, exact = false): string {
  if (depth > 3) return exact ? keyOf(value) : '...';
  const inner = (part: Value) => shown(part, depth + 1, textOf, exact);
  const some = (items: readonly Value[]) => several(items, inner, exact);
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
      return `b${exact ? whole(value.v) : quote(value.v)}`;
    case 'tuple':
      return value.items.length === 1 ? `(${inner(value.items[0]!)},)` : `(${some(value.items)})`;
    case 'list':
      return `[${some(value.items)}${value.fuzzy ? ', ...' : ''}]`;
    case 'set':
      return `{${some([...value.entries.values()])}}`;
    case 'dict':
      return `{${[...value.entries.values()]
        .slice(0, exact ? undefined : MOST_SHOWN)
        .map((e) => `${inner(e.key)}: ${inner(e.value)}`)
        .join(', ')}}`;
    case 'class':
      return value.module === 'builtins' ? value.name : `${dotted(value)}${exact && isLocal(value) ? `#o:${value.id}` : ''}`;
    case 'func':
      return `${value.scope.module.name}.${value.qualname}${exact && isLocal(value) ? `#o:${value.id}` : ''}`;
    case 'builtin':
      return value.name;
    case 'method':
      return `${inner(value.func)}${exact && value.self.k === 'inst' ? `#o:${value.self.id}` : ''}`;
    case 'module':
      return value.name;
    case 'inst':
      if (!exact) return `<${value.cls.qualname} object>`;
      return value.payload ? inner(value.payload) : `<${value.cls.qualname} object>#o:${value.id}`;
    case 'unknown':
      return `<${value.symbol}>`;
    case 'alt':
      return value.options.map(inner).join(' or ');
    default:
      return `<${value.k}>`;
  }
}

/** Of longer ones only the beginning is shown. */
const MOST_SHOWN = 12;
const LONGEST_SHOWN = 80;

function several(items: readonly Value[], inner: (item: Value) => string, exact: boolean): string {
  const texts = (exact ? items : items.slice(0, MOST_SHOWN)).map(inner);
  return texts.join(', ') + (texts.length < items.length ? ', ...' : '');
}

/** Each call of what is around it makes another of the name. */
const isLocal = ({ qualname }: { readonly qualname: string }): boolean => qualname.includes('<locals>');

function quote(text: string): string {
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
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
