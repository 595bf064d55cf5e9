/** What a value leads to directly. */
import type { PyAbsent, Value } from './values.ts';

export interface Contents {
  /** The objects in which what the value holds can be changed: a map of attributes or entries, a list. */
  readonly holders: readonly object[];
  readonly values: readonly Value[];
}

const NOTHING: Contents = { holders: [], values: [] };

export function contentsOf(value: Value): Contents {
  switch (value.k) {
    case 'inst':
    case 'class':
      return { holders: [value.attrs], values: [...value.attrs.values()] };
    case 'func':
      // What a function closes over lives in the names of those around it.
      return {
        holders: [value.attrs, value.scope.vars],
        values: [...value.defaults, ...value.attrs.values(), ...value.scope.vars.values()],
      };
    case 'list':
      return { holders: [value], values: value.items };
    case 'dict':
      return { holders: [value.entries], values: [...value.entries.values()].flatMap((entry) => [entry.key, entry.value]) };
    case 'set':
      return { holders: [value.entries], values: [...value.entries.values()] };
    case 'tuple':
    case 'iter':
      return { holders: [], values: value.items };
    case 'method':
      return { holders: [], values: [value.func, value.self] };
    case 'alt':
      return { holders: [], values: value.options.filter(isThere) };
    default:
      return NOTHING;
  }
}

function isThere(option: Value | PyAbsent): option is Value {
  return option.k !== 'absent';
}
