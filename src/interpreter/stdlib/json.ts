/** `json`. */
import { neverNone } from '../comparison.ts';
import { type Args, derived, dict, FALSE, list, NONE, type PyStr, str, TRUE, type Value } from '../values.ts';
import type { VM } from '../vm.ts';
import { told, WatchedText } from '../watched.ts';
import { argument, moduleOf, type Run, raiseClass, textOf } from './helpers.ts';

function fromJson(value: unknown): Value {
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (typeof value === 'number') return { k: 'num', v: value, float: !Number.isInteger(value) };
  if (typeof value === 'string') return str(value);
  if (Array.isArray(value)) return list(value.map(fromJson));
  return dict(Object.entries(value as object).map(([k, v]) => [k, fromJson(v)] as const));
}

/** A known value as JSON data; undefined when a part of it is not known. */
export function toJson(value: Value, textOf = (text: PyStr) => text.v): unknown {
  switch (value.k) {
    case 'none':
      return null;
    case 'num':
      // 2.0 is written with its point, and is 2 here.
      return value.float && Number.isInteger(value.v) ? undefined : value.v;
    case 'bool':
      return value.v;
    case 'str':
      return textOf(value);
    case 'list':
    case 'tuple': {
      const items = value.items.map((item) => toJson(item, textOf));
      return items.includes(undefined) ? undefined : items;
    }
    case 'dict': {
      const out: Record<string, unknown> = {};
      for (const entry of value.entries.values()) {
        const item = toJson(entry.value, textOf);
        if (item === undefined) return undefined;
        out[entry.key.k === 'str' ? entry.key.v : String(toJson(entry.key, textOf))] = item;
      }
      // Keys that look like numbers would change places.
      return value.fuzzy || (value.entries.size > 1 && Object.keys(out).some((key) => /^\d+$/.test(key))) ? undefined : out;
    }
    default:
      return undefined;
  }
}

/** How `dumps` writes; null for options that are not modelled. */
function optionsOf(
  vm: VM,
  given: Args,
  site: Parameters<Run>[2],
): { readonly comma: string; readonly colon: string; readonly sorts: boolean } | null {
  let [comma, colon, sorts] = [', ', ': ', false];
  for (const [name, value] of given.keywords) {
    const option = vm.force(value, site);
    if (name === 'sort_keys' && option.k === 'bool') sorts = option.v;
    else if (name === 'separators' && option.k === 'tuple') {
      const [between, behind] = option.items.map((item) => textOf(vm.force(item, site)));
      if (typeof between !== 'string' || typeof behind !== 'string') return null;
      [comma, colon] = [between, behind];
    } else if (option.k !== 'none' && !['cls', 'default', 'skipkeys', 'ensure_ascii', 'allow_nan'].includes(name)) return null;
  }
  return { comma, colon, sorts };
}

/** JSON as Python writes it: with spaces, and letters outside of ASCII escaped. */
function written(value: unknown, options: NonNullable<ReturnType<typeof optionsOf>>): string {
  const { comma, colon, sorts } = options;
  const text = (of: unknown): string => {
    if (Array.isArray(of)) return `[${of.map(text).join(comma)}]`;
    if (of === null || typeof of !== 'object')
      return JSON.stringify(of).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const entries = Object.entries(of);
    if (sorts) entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => text(key) + colon + text(item)).join(comma)}}`;
  };
  return text(value);
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
        const obj = argument(v, given, 0, 'obj', site);
        const options = optionsOf(v, given, site);
        const watched: WatchedText[] = [];
        const known = toJson(obj, (text) => {
          if (text instanceof WatchedText) watched.push(text);
          return text instanceof WatchedText ? text.letters : text.v;
        });
        if (known === undefined || !options) {
          const text = v.fresh('opaque', 'json', 'JSON of something unknown', site);
          neverNone.add(text);
          return text;
        }
        return told(watched, (texts) => {
          let next = 0;
          const again = toJson(obj, (text) => (text instanceof WatchedText ? (texts[next++] as PyStr).v : text.v));
          return str(written(again, options));
        });
      },
      load: (v, _given, site) => v.fresh('deployment', 'json.load', 'a JSON file is read at run time', site),
      dump: () => NONE,
    },
    { JSONDecodeError: error, JSONEncoder: encoder },
  );
}
