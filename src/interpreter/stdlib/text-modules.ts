/** `re`, `json`, `base64`, `binascii`, `hashlib`, `hmac`, `urllib.parse`, `html`: what they give for known text. */
import { createHash, createHmac } from 'node:crypto';
import {
  type Args,
  bool,
  builtin,
  bytes,
  derived,
  dict,
  FALSE,
  int,
  list,
  NONE,
  type PyUnknown,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from '../values.ts';
import type { VM } from '../vm.ts';
import { told } from '../watched.ts';
import { argument, moduleOf, type Run, textOf, unknownAmong } from './helpers.ts';

const LONGEST_SUBJECT = 20_000;

/** A Python regular expression as a JavaScript one, or null when it uses what JavaScript does not have. */
export function translateRegex(pattern: string, flags: number): RegExp | null {
  let text = pattern;
  let letters = 'd';
  const inline = /^\(\?([aiLmsux]+)\)/.exec(text);
  if (inline) text = text.slice(inline[0].length);
  const has = (letter: string, bit: number) => (flags & bit) !== 0 || (inline?.[1]?.includes(letter) ?? false);
  if (has('x', 64)) text = text.replace(/\\.|\[(?:\\.|[^\]])*\]|#.*$|\s+/gm, (all) => (all.startsWith('#') || /^\s/.test(all) ? '' : all));
  if (has('i', 2)) letters += 'i';
  if (has('m', 8)) letters += 'm';
  if (has('s', 16)) letters += 's';
  text = text
    .replace(/\(\?P<(\w+)>/g, '(?<$1>')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\(\?#[^)]*\)/g, '');
  text = text
    .replace(/\\A/g, '^')
    .replace(/\\Z/g, '$')
    .replace(/\(\?([ims]+):/g, '(?:');
  // Quantifiers that could take exponential time on hostile text are left to "unknown".
  if (/\([^()]*[+*][^()]*\)[+*]/.test(text.replace(/\\./g, ''))) return null;
  try {
    return new RegExp(text, letters);
  } catch {
    return null;
  }
}

/** `$` of Python also matches before a last newline; only `\Z` does not. */
function matchAt(regex: RegExp, subject: string, how: 'match' | 'search' | 'fullmatch'): RegExpExecArray | null {
  if (subject.length > LONGEST_SUBJECT) return null;
  if (how === 'search') return new RegExp(regex.source, regex.flags.replace('g', '')).exec(subject);
  const source = how === 'fullmatch' ? `(?:${regex.source})$` : regex.source;
  return new RegExp(source, `${regex.flags.replace(/[gy]/g, '')}y`).exec(subject);
}

/** The `re` module; patterns and matches are instances of two small classes. */
export function reModule(vm: VM): Map<string, Value> {
  const makeClass = (name: string) => vm.makeClass(name, name, [], new Map(), { module: 're', places: new Map(), site: null, own: false });
  const patternClass = makeClass('Pattern');
  const matchClass = makeClass('Match');
  const errorClass = vm.makeClass('error', 'error', [vm.builtins.get('Exception')!], new Map(), {
    module: 're',
    places: new Map(),
    site: null,
    own: false,
  });
  if (patternClass.k !== 'class' || matchClass.k !== 'class') return new Map();

  const method = (
    cls: typeof patternClass,
    name: string,
    run: (vm: VM, self: Value & { k: 'inst' }, given: Args, site: Parameters<Run>[2]) => Value,
  ) => {
    cls.attrs.set(name, {
      k: 'builtin',
      name: `re.${cls.name}.${name}`,
      attrs: new Map([['binds', TRUE]]),
      call: (v, given, site) =>
        run(v, given.positional[0] as Value & { k: 'inst' }, { ...given, positional: given.positional.slice(1) }, site),
    });
  };
  const flagsOf = (value: Value) => (value.k === 'num' ? value.v : 0);
  const patternOf = (v: VM, value: Value, flags: number): (Value & { k: 'inst' }) | PyUnknown => {
    if (value.k === 'inst') return value;
    if (value.k === 'unknown') return value;
    const made = v.newInstance(patternClass, null);
    made.attrs.set('pattern', value);
    made.attrs.set('flags', int(flags));
    return made;
  };
  const regexOf = (pattern: Value & { k: 'inst' }): RegExp | null => {
    const text = textOf(pattern.attrs.get('pattern') ?? NONE);
    return text === null ? null : translateRegex(text, flagsOf(pattern.attrs.get('flags') ?? NONE));
  };
  const makeMatch = (v: VM, found: RegExpExecArray, asBytes: boolean): Value => {
    const made = v.newInstance(matchClass, null);
    const text = (value: string | undefined): Value => (value === undefined ? NONE : asBytes ? bytes(value) : str(value));
    made.attrs.set('_all', tuple([...found].map(text)));
    made.attrs.set('_names', dict(Object.entries(found.groups ?? {}).map(([k, value]) => [k, text(value)] as const)));
    made.attrs.set('_span', tuple([int(found.index), int(found.index + found[0].length)]));
    made.attrs.set('lastindex', found.length > 1 ? int(found.length - 1) : NONE);
    made.attrs.set('string', text(found.input));
    return made;
  };
  const run = (v: VM, how: 'match' | 'search' | 'fullmatch', pattern: Value, subject: Value, site: Parameters<Run>[2]): Value => {
    if (pattern.k === 'unknown') return derived(pattern, `.${how}()`);
    if (pattern.k !== 'inst') return v.raise('TypeError', 'first argument must be string or compiled pattern', site);
    const regex = regexOf(pattern);
    const shown = v.repr(pattern.attrs.get('pattern') ?? NONE);
    if (subject.k === 'unknown') {
      const symbol = `${how}(${shown}, ${subject.symbol})`;
      const way = v.fork(unknown(subject.origin, symbol, subject.reason, site), '', [
        `${subject.symbol} does not match ${shown}`,
        `${subject.symbol} matches ${shown}`,
      ]);
      return way === 1 ? unknown(subject.origin, symbol, subject.reason, site) : NONE;
    }
    return told([subject], ([given]) => {
      const text = textOf(given!);
      if (text === null) return v.raise('TypeError', 'expected string or bytes-like object', site);
      if (!regex || text.length > LONGEST_SUBJECT) return v.fresh('opaque', how, `the pattern ${shown} is not modelled`, site);
      const found = matchAt(regex, text, how);
      return found ? makeMatch(v, found, subject.k === 'bytes') : NONE;
    });
  };
  const both = (
    name: string,
    act: (v: VM, pattern: Value, rest: readonly Value[], given: Args, site: Parameters<Run>[2]) => Value,
    functions: Record<string, Run>,
  ) => {
    method(patternClass, name, (v, self, given, site) =>
      act(
        v,
        self,
        given.positional.map((x) => v.force(x, site)),
        given,
        site,
      ),
    );
    functions[name] = (v, given, site) => {
      const rest = given.positional.slice(1).map((x) => v.force(x, site));
      const flags = given.keywords.get('flags') ?? (name === 'sub' ? rest[3] : rest[1]);
      return act(v, patternOf(v, argument(v, given, 0, 'pattern', site), flagsOf(flags ? v.force(flags, site) : NONE)), rest, given, site);
    };
  };
  const functions: Record<string, Run> = {
    compile: (v, given, site) => {
      const pattern = argument(v, given, 0, 'pattern', site);
      return patternOf(v, pattern, flagsOf(argument(v, given, 1, 'flags', site)));
    },
    escape: (v, given, site) => {
      const text = textOf(argument(v, given, 0, 'pattern', site));
      return text === null ? (unknownAmong(v, given, site) ?? str('')) : str(text.replace(/[^\w]/g, (c) => `\\${c}`));
    },
    purge: () => NONE,
  };
  for (const how of ['match', 'search', 'fullmatch'] as const)
    both(how, (v, pattern, rest, _given, site) => run(v, how, pattern, plainText(rest[0] ?? NONE), site), functions);
  const all = (v: VM, pattern: Value, subject: Value): RegExpExecArray[] | null => {
    const regex = pattern.k === 'inst' ? regexOf(pattern) : null;
    const text = textOf(subject);
    void v;
    return regex && text !== null && text.length <= LONGEST_SUBJECT
      ? [...text.matchAll(new RegExp(regex.source, `${regex.flags}g`))]
      : null;
  };
  both(
    'findall',
    (v, pattern, rest, _given, site) => {
      const found = all(v, pattern, plainText(rest[0] ?? NONE));
      if (!found) return v.fresh('opaque', 'findall', 'findall of something unknown', site);
      return list(
        found.map((m) => (m.length > 2 ? tuple([...m].slice(1).map((g) => str(g ?? ''))) : str(m.length === 2 ? (m[1] ?? '') : m[0]))),
      );
    },
    functions,
  );
  both(
    'finditer',
    (v, pattern, rest, _given, site) => {
      const found = all(v, pattern, plainText(rest[0] ?? NONE));
      return found ? list(found.map((m) => makeMatch(v, m, false))) : v.fresh('opaque', 'finditer', 'finditer of something unknown', site);
    },
    functions,
  );
  both(
    'sub',
    (v, pattern, rest, _given, site) => {
      const [replacement, subject] = rest;
      const regex = pattern.k === 'inst' ? regexOf(pattern) : null;
      const text = textOf(plainText(subject ?? NONE));
      const by = textOf(replacement ?? NONE);
      if (!regex || text === null || by === null || text.length > LONGEST_SUBJECT) {
        return subject?.k === 'unknown' ? derived(subject, ':sub') : v.fresh('opaque', 'sub', 're.sub of something unknown', site);
      }
      const js = by
        .replace(/\$/g, '$$$$')
        .replace(/\\g<(\w+)>/g, (_all, name: string) => (/^\d+$/.test(name) ? `$${name}` : `$<${name}>`))
        .replace(/\\(\d)/g, '$$$1');
      return str(text.replace(new RegExp(regex.source, `${regex.flags}g`), js));
    },
    functions,
  );
  both(
    'split',
    (v, pattern, rest, _given, site) => {
      const regex = pattern.k === 'inst' ? regexOf(pattern) : null;
      const text = textOf(plainText(rest[0] ?? NONE));
      return regex && text !== null
        ? list(text.split(new RegExp(regex.source, regex.flags)).map((p) => str(p ?? '')))
        : v.fresh('opaque', 'split', 're.split of something unknown', site);
    },
    functions,
  );

  const group = (v: VM, self: Value & { k: 'inst' }, key: Value, site: Parameters<Run>[2]): Value => {
    const groups = self.attrs.get('_all');
    const names = self.attrs.get('_names');
    if (key.k === 'num' && groups?.k === 'tuple') return groups.items[key.v] ?? v.raise('IndexError', 'no such group', site);
    if (key.k === 'str' && names?.k === 'dict')
      return names.entries.get(`s:${key.v}`)?.value ?? v.raise('IndexError', 'no such group', site);
    return v.fresh('opaque', 'group', 'a group with a computed name', site);
  };
  method(matchClass, 'group', (v, self, given, site) => {
    const keys = given.positional.map((x) => v.force(x, site));
    return keys.length > 1 ? tuple(keys.map((key) => group(v, self, key, site))) : group(v, self, keys[0] ?? int(0), site);
  });
  method(matchClass, '__getitem__', (v, self, given, site) => group(v, self, v.force(given.positional[0] ?? int(0), site), site));
  method(matchClass, 'groups', (_v, self) => {
    const groups = self.attrs.get('_all');
    return tuple(groups?.k === 'tuple' ? groups.items.slice(1) : []);
  });
  method(matchClass, 'groupdict', (_v, self) => self.attrs.get('_names') ?? dict());
  method(matchClass, 'start', (_v, self) => (self.attrs.get('_span') as Value & { k: 'tuple' }).items[0]!);
  method(matchClass, 'end', (_v, self) => (self.attrs.get('_span') as Value & { k: 'tuple' }).items[1]!);
  method(matchClass, 'span', (_v, self) => self.attrs.get('_span')!);

  const flags = {
    A: 256,
    ASCII: 256,
    I: 2,
    IGNORECASE: 2,
    L: 4,
    M: 8,
    MULTILINE: 8,
    S: 16,
    DOTALL: 16,
    U: 32,
    UNICODE: 32,
    X: 64,
    VERBOSE: 64,
    NOFLAG: 0,
  };
  const values: Record<string, Value> = { Pattern: patternClass, Match: matchClass, error: errorClass, RegexFlag: int(0) };
  for (const [name, bit] of Object.entries(flags)) values[name] = int(bit);
  return moduleOf('re', functions, values);
}

function plainText(value: Value): Value {
  return value.k === 'inst' && value.payload ? value.payload : value;
}

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

function raiseClass(vm: VM, cls: Value, message: string, site: Parameters<Run>[2]): never {
  const instance = vm.call(cls, { positional: [str(message)], keywords: new Map() }, site);
  return vm.raiseValue(instance, site);
}

/** Base64 over known text, strict about what Python is strict about. */
export function base64Module(vm: VM): Map<string, Value> {
  const binascii = vm.importModule('binascii', null);
  const error = () => (binascii.k === 'module' ? binascii.scope.vars.get('Error')! : vm.builtins.get('ValueError')!);
  const decode =
    (url: boolean): Run =>
    (v, given, site) => {
      const value = argument(v, given, 0, 's', site);
      const text = textOf(value);
      if (text === null)
        return value.k === 'unknown'
          ? derived(value, ':b64decode')
          : v.raise('TypeError', 'argument should be a bytes-like object or ASCII string', site);
      const standard = url ? text.replace(/-/g, '+').replace(/_/g, '/') : text;
      const clean = standard.replace(/[^A-Za-z0-9+/=]/g, '');
      const digits = clean.replace(/=+$/, '').length;
      if (digits % 4 === 1 || (clean.length % 4 !== 0 && digits % 4 !== 0)) return raiseClass(v, error(), 'Incorrect padding', site);
      return bytes(Buffer.from(clean, 'base64').toString('latin1'));
    };
  const encode =
    (url: boolean): Run =>
    (v, given, site) => {
      const value = argument(v, given, 0, 's', site);
      const text = textOf(value);
      if (text === null)
        return value.k === 'unknown' ? derived(value, ':b64encode') : v.raise('TypeError', 'a bytes-like object is required', site);
      const out = Buffer.from(text, 'latin1').toString('base64');
      return bytes(url ? out.replace(/\+/g, '-').replace(/\//g, '_') : out);
    };
  return moduleOf('base64', {
    b64decode: decode(false),
    b64encode: encode(false),
    standard_b64decode: decode(false),
    standard_b64encode: encode(false),
    urlsafe_b64decode: decode(true),
    urlsafe_b64encode: encode(true),
    decodebytes: decode(false),
    encodebytes: encode(false),
    b32encode: (v, _g, site) => v.fresh('opaque', 'b32', 'base32', site),
    b32decode: (v, _g, site) => v.fresh('opaque', 'b32', 'base32', site),
  });
}

export function binasciiModule(vm: VM): Map<string, Value> {
  const error = vm.makeClass('Error', 'Error', [vm.builtins.get('ValueError')!], new Map(), {
    module: 'binascii',
    places: new Map(),
    site: null,
    own: false,
  });
  return moduleOf(
    'binascii',
    {
      hexlify: (v, given, site) => {
        const text = textOf(argument(v, given, 0, 'data', site));
        return text === null ? v.fresh('opaque', 'hexlify', 'hex text', site) : bytes(Buffer.from(text, 'latin1').toString('hex'));
      },
      unhexlify: (v, given, site) => {
        const value = argument(v, given, 0, 'data', site);
        const text = textOf(value);
        if (text === null) return value.k === 'unknown' ? derived(value, ':unhexlify') : NONE;
        return /^([0-9a-f]{2})*$/i.test(text)
          ? bytes(Buffer.from(text, 'hex').toString('latin1'))
          : raiseClass(v, error, 'Non-hexadecimal digit found', site);
      },
    },
    { Error: error },
  );
}

/** Digests: real ones of known text, derived unknowns of others (a digest of a secret is a secret). */
export function hashlibModule(vm: VM): Map<string, Value> {
  const cls = vm.makeClass('HASH', 'HASH', [], new Map(), { module: 'hashlib', places: new Map(), site: null, own: false });
  return moduleOf('hashlib', {
    ...Object.fromEntries(
      ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_256', 'sha3_512'].map((name) => [
        name,
        ((v, given, site) => digestObject(v, cls, name, [argument(v, given, 0, 'string', site)], null, site)) satisfies Run,
      ]),
    ),
    new: (v, given, site) =>
      digestObject(v, cls, textOf(argument(v, given, 0, 'name', site)) ?? 'sha256', [argument(v, given, 1, 'data', site)], null, site),
    pbkdf2_hmac: (v, _given, site) => v.fresh('opaque', 'pbkdf2', 'a derived key', site),
    scrypt: (v, _given, site) => v.fresh('opaque', 'scrypt', 'a derived key', site),
  });
}

export function hmacModule(vm: VM): Map<string, Value> {
  const cls = vm.makeClass('HMAC', 'HMAC', [], new Map(), { module: 'hmac', places: new Map(), site: null, own: false });
  const nameOf = (v: VM, value: Value) => textOf(value) ?? v.describe(value).split('.').at(-1) ?? 'sha256';
  const make: Run = (v, given, site) => {
    const key = argument(v, given, 0, 'key', site);
    return digestObject(v, cls, nameOf(v, argument(v, given, 2, 'digestmod', site)), [argument(v, given, 1, 'msg', site)], key, site);
  };
  return moduleOf('hmac', {
    new: make,
    HMAC: make,
    digest: (v, given, site) => v.callMethod(make(v, given, site), 'digest', { positional: [], keywords: new Map() }, site),
    compare_digest: (v, given, site) => bool(v.equal(argument(v, given, 0, 'a', site), argument(v, given, 1, 'b', site), site)),
  });
}

function digestObject(vm: VM, cls: Value, name: string, parts: readonly Value[], key: Value | null, site: Parameters<Run>[2]): Value {
  if (cls.k !== 'class') return NONE;
  const made = vm.newInstance(cls, site);
  const method = (n: string, run: (given: Args) => Value) =>
    made.attrs.set(n, { k: 'builtin', name: `${name}.${n}`, attrs: new Map(), call: (_v, given) => run(given) });
  let chunks = [...parts];
  const compute = (encoding: 'hex' | 'latin1'): Value => {
    const texts = chunks.map(textOf);
    const signed = key && !texts.includes(null) ? (vm.hooks.keyedDigest?.(texts.join(''), key) ?? null) : null;
    if (signed !== null) return encoding === 'hex' ? str(Buffer.from(signed, 'latin1').toString('hex')) : bytes(signed);
    const blank = [key ?? NONE, ...chunks].find((p) => p.k === 'unknown');
    if (blank?.k === 'unknown') {
      const made = derived(blank, `:${name}${key ? `:${vm.repr(key)}` : ''}:${chunks.map((c) => vm.repr(c)).join()}`);
      // Whoever chooses the text but not the key cannot make the digest.
      const keyed = key !== null && (textOf(key) ?? '') !== '';
      return keyed && blank.origin === 'attacker' ? { ...made, origin: 'secret' } : made;
    }
    const data = Buffer.from(chunks.map((c) => textOf(c) ?? '').join(''), 'latin1');
    try {
      const digest = key
        ? createHmac(name.replace('_', '-'), Buffer.from(textOf(key) ?? '', 'latin1')).update(data)
        : createHash(name.replace('_', '-')).update(data);
      return encoding === 'hex' ? str(digest.digest('hex')) : bytes(digest.digest().toString('latin1'));
    } catch {
      return vm.fresh('opaque', name, `a ${name} digest`, site);
    }
  };
  method('update', (given) => {
    chunks = [...chunks, vm.force(given.positional[0] ?? NONE, site)];
    return NONE;
  });
  method('hexdigest', () => compute('hex'));
  method('digest', () => compute('latin1'));
  return made;
}

/** `urlparse` and `urlsplit` of a known text: a tuple with named parts (RFC 3986, appendix B). */
function splitUrl(kind: 'ParseResult' | 'SplitResult', otherwise: Run): Run {
  return (vm, given, site) => {
    const url = vm.force(given.positional[0] ?? given.keywords.get('url') ?? NONE, site);
    if (url.k !== 'str') return otherwise(vm, given, site);
    const match = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(url.v)!;
    const [scheme, netloc, path, query, fragment] = match.slice(1).map((part) => part ?? '') as [string, string, string, string, string];
    const at = netloc.lastIndexOf('@');
    const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(netloc.slice(at + 1)) ?? [];
    const [username, password] = at < 0 ? [] : netloc.slice(0, at).split(/:(.*)/s);
    const orNone = (text: string | undefined) => (text ? str(text) : NONE);
    const named: [string, Value][] = [
      ['scheme', str(scheme.toLowerCase())],
      ['netloc', str(netloc)],
      ['path', str(path)],
      ...(kind === 'ParseResult' ? [['params', str('')] as [string, Value]] : []),
      ['query', str(query)],
      ['fragment', str(fragment)],
    ];
    const cls = vm.makeClass(kind, kind, [], new Map(), { module: 'urllib.parse', places: new Map(), site: null, own: false });
    if (cls.k !== 'class') return otherwise(vm, given, site);
    const made = vm.newInstance(cls, site);
    made.payload = tuple(named.map(([, value]) => value));
    for (const [name, value] of named) made.attrs.set(name, value);
    made.attrs.set('hostname', orNone(host?.replace(/^\[|\]$/g, '').toLowerCase()));
    made.attrs.set('port', port ? { k: 'num', v: Number(port), float: false } : NONE);
    made.attrs.set('username', orNone(username));
    made.attrs.set('password', orNone(password));
    made.attrs.set(
      'geturl',
      builtin('geturl', () => url),
    );
    return made;
  };
}

/** `urllib.parse` as far as settings and redirects use it. */
export function urlParseModule(): Map<string, Value> {
  const onText =
    (run: (text: string) => string): Run =>
    (vm, given, site) => {
      const value = vm.display(given.positional[0] ?? NONE, site);
      return value.k === 'str' ? str(run(value.v)) : derived(value as PyUnknown, ':url');
    };
  const opaque =
    (name: string): Run =>
    (vm, given, site) => {
      const blank = unknownAmong(vm, given, site);
      return blank ? derived(blank, `:${name}`) : vm.fresh('opaque', name, `urllib.parse.${name}`, site);
    };
  return moduleOf('urllib.parse', {
    quote: onText((t) => encodeURIComponent(t).replace(/%2F/g, '/')),
    quote_plus: onText((t) => encodeURIComponent(t).replace(/%20/g, '+')),
    unquote: onText((t) => t.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))),
    unquote_plus: onText((t) =>
      t.replace(/\+/g, ' ').replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ),
    urljoin: (vm, given, site) => {
      const [base, url] = given.positional.map((v) => vm.display(v, site));
      if (base?.k !== 'str' || url?.k !== 'str') return opaque('urljoin')(vm, given, site);
      if (/^[a-z]+:\/\//i.test(url.v)) return url;
      try {
        return str(new URL(url.v, base.v).href);
      } catch {
        return str(url.v.startsWith('/') ? url.v : base.v.replace(/[^/]*$/, '') + url.v);
      }
    },
    urlparse: splitUrl('ParseResult', opaque('urlparse')),
    urlsplit: splitUrl('SplitResult', opaque('urlsplit')),
    urlunparse: opaque('urlunparse'),
    urlunsplit: opaque('urlunsplit'),
    urlencode: opaque('urlencode'),
    parse_qs: opaque('parse_qs'),
    parse_qsl: opaque('parse_qsl'),
    urldefrag: opaque('urldefrag'),
  });
}
