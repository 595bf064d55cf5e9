/** `json`. */
import { derived, dict, FALSE, list, NONE, str, TRUE, type Value } from '../values.ts';
import type { VM } from '../vm.ts';
import { argument, moduleOf, raiseClass, textOf } from './helpers.ts';

function fromJson(value: unknown): Value {
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (typeof value === 'number') return { k: 'num', v: value, float: !Number.isInteger(value) };
  if (typeof value === 'string') return str(value);
  if (Array.isArray(value)) return list(value.map(fromJson));
  return dict(Object.entries(value as object).map(([k, v]) => [k, fromJson(v)] as const));
}

/** A known value as JSON data; undefined when a part of it is not known. */
export function toJson(value: Value): unknown {
  switch (value.k) {
    case 'none':
      return null;
    case 'bool':
    case 'num':
    case 'str':
      return value.v;
    case 'list':
    case 'tuple': {
      const items = value.items.map(toJson);
      return items.includes(undefined) ? undefined : items;
    }
    case 'dict': {
      const out: Record<string, unknown> = {};
      for (const entry of value.entries.values()) {
        const item = toJson(entry.value);
        if (item === undefined) return undefined;
        out[entry.key.k === 'str' ? entry.key.v : String(toJson(entry.key))] = item;
      }
      return value.fuzzy ? undefined : out;
    }
    default:
      return undefined;
  }
}

export function jsonModule(vm: VM): Map<string, Value> {
  const error = vm.makeClass('JSONDecodeError', 'JSONDecodeError', [vm.builtins.get('ValueError')!], new Map(), {
    module: 'json.decoder',
    places: new Map(),
    site: null,
    own: false,
  });
  const encoder = vm.makeClass('JSONEncoder', 'JSONEncoder', [], new Map(), {
    module: 'json.encoder',
    places: new Map(),
    site: null,
    own: false,
  });
  return moduleOf(
    'json',
    {
      loads(v, given, site) {
        const text = argument(v, given, 0, 's', site);
        const known = textOf(text);
        if (known === null) {
          if (text.k !== 'unknown') return v.raise('TypeError', 'the JSON object must be str, bytes or bytearray', site);
          // Text that an attacker chooses may be any JSON, or none.
          const way = v.fork(text, 'is JSON', [`${text.symbol} is JSON`, `${text.symbol} is not JSON`]);
          if (way === 1) raiseClass(v, error, 'Expecting value', site);
          return derived(text, ':json');
        }
        const decoded = text.k === 'bytes' ? Buffer.from(known, 'latin1').toString('utf8') : known;
        const meant = v.hooks.parsedJson?.(decoded) ?? null;
        if (meant) return meant;
        try {
          return fromJson(JSON.parse(decoded));
        } catch {
          return raiseClass(v, error, 'Expecting value: line 1 column 1 (char 0)', site);
        }
      },
      dumps(v, given, site) {
        const value = toJson(argument(v, given, 0, 'obj', site));
        return value === undefined ? v.fresh('opaque', 'json', 'JSON of something unknown', site) : str(JSON.stringify(value));
      },
      load: (v, _given, site) => v.fresh('deployment', 'json.load', 'a JSON file is read at run time', site),
      dump: () => NONE,
    },
    { JSONDecodeError: error, JSONEncoder: encoder },
  );
}
