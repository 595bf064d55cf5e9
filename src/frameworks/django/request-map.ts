/** `request.META`, `.GET`, `.COOKIES` and their like: mappings of the request whose contents are asked for name by name. */

import { presence } from '../../interpreter/presence.ts';
import { argument, textOf } from '../../interpreter/stdlib/helpers.ts';
import {
  type Args,
  bool,
  builtin,
  derived,
  FALSE,
  list,
  NONE,
  type PyClass,
  type PyInst,
  type PyUnknown,
  plain,
  str,
  TRUE,
  unknown,
  type Value,
} from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { Site } from '../../python/syntax.ts';
import { chosen } from './sent.ts';
import type { World } from './world.ts';

export type MapKind = 'meta' | 'headers' | 'query' | 'form' | 'cookie' | 'files';

/** What Django makes each mapping of (http/request.py, core/handlers/wsgi.py); headers are no dictionary. */
const KINDS: Readonly<Partial<Record<MapKind, readonly [module: string, name: string]>>> = {
  query: ['django.http.request', 'QueryDict'],
  form: ['django.http.request', 'QueryDict'],
  files: ['django.utils.datastructures', 'MultiValueDict'],
  cookie: ['builtins', 'dict'],
  meta: ['builtins', 'dict'],
};

const MUTABLE = '_mutable';
const isQueryDict = (kind: MapKind): boolean => kind === 'query' || kind === 'form';

function basesOf(vm: VM, kind: MapKind): readonly PyClass[] {
  const [module, name] = KINDS[kind] ?? [];
  if (module === undefined) return [];
  const base = module === 'builtins' ? vm.builtins.get(name!) : vm.getAttr(vm.importModule(module, null), name!, null);
  return base?.k === 'class' ? [base] : [];
}

/** Mappings of the request whose contents are asked for name by name. */
export function makeRequestMap(vm: VM, world: World): (kind: MapKind, meta?: Value) => Value {
  const classes = new Map<MapKind, PyClass>();
  const make = (kind: MapKind): PyClass => {
    const known = classes.get(kind);
    if (known) return known;
    const cls = vm.makeClass(`_Unlatched_${kind}`, `_Unlatched_${kind}`, basesOf(vm, kind), new Map(), {
      module: 'django.http',
      places: new Map(),
      site: null,
      own: false,
    }) as PyClass;
    const method = (name: string, run: (v: VM, self: PyInst, given: Args, site: Site | null) => Value) => {
      const made = builtin(`request.${kind}.${name}`, (v, given, site) =>
        run(v, given.positional[0] as PyInst, { ...given, positional: given.positional.slice(1) }, site),
      );
      made.attrs.set('binds', TRUE);
      cls.attrs.set(name, made);
    };
    const read = (v: VM, self: PyInst, key: Value, site: Site | null): Value | null => {
      const name = textOf(plain(key));
      if (name === null) return key.k === 'unknown' ? entryOf(key, kind) : null;
      const written = writtenAs(v, self, name, site);
      if (written) return written === REMOVED ? null : written;
      return readNamed(v, world, kind, name, site);
    };
    /** The query and the form of a request are read only, their copies are not (QueryDict._assert_mutable). */
    const isLocked = (v: VM, self: PyInst) => isQueryDict(kind) && !v.truth(self.attrs.get(MUTABLE) ?? FALSE, null);
    const write = (v: VM, self: PyInst, key: Value, value: Value) => {
      if (isLocked(v, self)) v.raise('AttributeError', 'This QueryDict instance is immutable', null);
      const name = textOf(plain(key));
      if (name !== null) v.heap.setMap(self.attrs, `[${name}]`, value);
    };
    /** A dictionary of lists gives all values of a key where it takes it out. */
    const isMultiple = kind === 'query' || kind === 'form' || kind === 'files';
    method('get', (v, self, given, site) =>
      settle(world, read(v, self, argument(v, given, 0, 'key', site), site), given.positional[1] ?? given.keywords.get('default') ?? NONE),
    );
    method('__getitem__', (v, self, given, site) => {
      const key = argument(v, given, 0, 'key', site);
      const value = settle(world, read(v, self, key, site), NONE);
      return value.k === 'none' ? v.raise('KeyError', v.repr(key), site, key) : value;
    });
    method('__contains__', (v, self, given, site) =>
      bool(settle(world, read(v, self, argument(v, given, 0, 'key', site), site), NONE).k !== 'none'),
    );
    method('getlist', (v, self, given, site) => {
      const value = settle(world, read(v, self, argument(v, given, 0, 'key', site), site), NONE);
      return list(value.k === 'none' ? [] : [value]);
    });
    method('setdefault', (v, self, given, site) => {
      const key = argument(v, given, 0, 'key', site);
      const value = settle(world, read(v, self, key, site), NONE);
      if (value.k !== 'none') return value;
      const otherwise = given.positional[1] ?? NONE;
      write(v, self, key, otherwise);
      return otherwise;
    });
    method('pop', (v, self, given, site) => {
      const key = argument(v, given, 0, 'key', site);
      const value = settle(world, read(v, self, key, site), NONE);
      if (isLocked(v, self)) return v.raise('AttributeError', 'This QueryDict instance is immutable', site);
      if (value.k === 'none') return given.positional[1] ?? v.raise('KeyError', v.repr(key), site, key);
      write(v, self, key, REMOVED);
      return isMultiple ? list([value]) : value;
    });
    method('__setitem__', (v, self, given, site) => {
      write(v, self, argument(v, given, 0, 'key', site), given.positional[1] ?? NONE);
      return NONE;
    });
    method('__delitem__', (v, self, given, site) => {
      write(v, self, argument(v, given, 0, 'key', site), REMOVED);
      return NONE;
    });
    method('copy', (v, self, _given, site) => {
      const made = v.newInstance(self.cls, site);
      for (const [name, value] of self.attrs) v.heap.setMap(made.attrs, name, value);
      v.heap.setMap(made.attrs, MUTABLE, TRUE);
      return made;
    });
    const update = (v: VM, self: PyInst, given: Args, site: Site | null) => {
      for (const [name, value] of given.keywords) write(v, self, str(name), value);
      const more = given.positional[0] ? v.force(given.positional[0], site) : NONE;
      if (more.k === 'dict') for (const { key, value } of more.entries.values()) write(v, self, key, value);
    };
    method('update', (v, self, given, site) => {
      update(v, self, given, site);
      return NONE;
    });
    method('__ior__', (v, self, given, site) => {
      update(v, self, given, site);
      return self;
    });
    method('urlencode', () => unknown('attacker', `${kind}:all`, 'chosen by whoever sends the request', null));
    method('get_signed_cookie', (v, _self, _given, site) => v.raise('KeyError', 'no signed cookie', site));
    // Whether a name is among its keys is asked like whether it is in the map.
    method('keys', (_v, self) => self);
    for (const name of ['items', 'values', 'lists', 'dict', '__iter__', 'getvalues']) {
      method(name, () => unknown('attacker', `${kind}:all`, 'chosen by whoever sends the request', null));
    }
    method('__bool__', (v) =>
      bool(
        v.fork(unknown('attacker', `${kind}:all`, 'chosen by whoever sends the request', null), 'is empty', [
          `${kind} is not empty`,
          `${kind} is empty`,
        ]) === 0,
      ),
    );
    method('__len__', () => derived(unknown('attacker', `${kind}:all`, 'chosen by whoever sends the request', null), ':len'));
    classes.set(kind, cls);
    return cls;
  };
  return (kind, meta) => {
    const made = vm.newInstance(make(kind), null);
    // `request.headers` is a view of `request.META` (django/http/request.py, HttpHeaders).
    if (meta) made.attrs.set(META, meta);
    if (isQueryDict(kind)) made.attrs.set(MUTABLE, FALSE);
    return made;
  };
}

/** Stands for an entry that code has taken out. */
const REMOVED: Value = builtin('an entry that was taken out', () => NONE);
/** Where the headers keep the `META` that they are made of. */
const META = '[META]';

/** What code has written under a name on this path; null where it is as it came. */
function writtenAs(vm: VM, self: PyInst, name: string, site: Site | null): Value | null {
  const own = self.attrs.get(`[${name}]`);
  const written = own ? presence(vm, own) : null;
  if (written) return vm.force(written, site);
  const meta = self.attrs.get(META);
  if (meta?.k !== 'inst') return null;
  const environ = name.toUpperCase().replace(/-/g, '_');
  return writtenAs(vm, meta, /^CONTENT_(TYPE|LENGTH)$/.test(environ) ? environ : `HTTP_${environ}`, site);
}

/** What is certainly there: it was asked for by a key that a loop over the same mapping gave. */
const there = new WeakSet<Value>();

/** What a key that is not known leads to. */
function entryOf(key: PyUnknown, kind: MapKind): PyUnknown {
  const entry = derived(key, `:in ${kind}`);
  if (/^\w+:all\[\*\d?\]$/.test(key.symbol) && key.symbol.startsWith(`${kind}:`)) there.add(entry);
  return entry;
}

function settle(world: World, value: Value | null, otherwise: Value): Value {
  if (value === null) return otherwise;
  if (there.has(value)) return value;
  return value.k === 'unknown' && value.origin === 'attacker' ? world.chosen(value, otherwise) : value;
}

/** What servers and gateways tell of themselves and of a request: CGI (RFC 3875, 4.1), its habitual additions, and names with a dot (`wsgi.input`). */
const OF_SERVERS =
  /^(?:AUTH_TYPE|GATEWAY_INTERFACE|HTTPS|RAW_URI|(?:DOCUMENT|GEOIP|PATH|REDIRECT|REMOTE|REQUEST|SCRIPT|SERVER|SSL|TLS|UWSGI)_.*|.*\..*)$/;

function readNamed(_vm: VM, world: World, kind: MapKind, name: string, site: Site | null): Value | null {
  switch (kind) {
    case 'headers':
      if (/^content-type$/i.test(name)) return contentType(world);
      return world.read('header', name, site);
    case 'meta': {
      if (name.startsWith('HTTP_')) return world.read('header', name.slice(5).replace(/_/g, '-'), site);
      switch (name) {
        case 'REQUEST_METHOD':
          return world.method ?? str(world.request?.method ?? 'GET');
        case 'PATH_INFO':
          return world.path ?? str(world.request?.path ?? '/');
        case 'CONTENT_TYPE':
          return contentType(world);
        case 'CONTENT_LENGTH':
          return str('2');
        case 'QUERY_STRING':
          // There in each request, be it empty (PEP 3333).
          return world.chosen(unknown('attacker', 'query:all', 'chosen by whoever sends the request', site), str(''));
        // Set by the web server, not by the client.
        case 'REMOTE_USER':
        case 'SSL_CLIENT_VERIFY':
          return null;
        case 'REMOTE_ADDR':
        case 'REMOTE_HOST':
          return unknown('world', name, 'the address of the caller', site);
        default:
          // No header of the caller's has another name there (PEP 3333), so nothing stands at `META['Authorization']`.
          return OF_SERVERS.test(name) ? unknown('deployment', `META:${name}`, 'set by the web server', site) : null;
      }
    }
    case 'query':
      return world.read('query', name, site);
    case 'form':
    case 'files':
      return world.read('form', name, site);
    case 'cookie':
      return world.read('cookie', name, site);
  }
}

/** What the caller says that the body is; a probe fixes it only where it sends a form. */
function contentType(world: World): Value {
  return world.hasForm ? str('application/x-www-form-urlencoded') : chosen('header', 'Content-Type');
}
