/** The intrinsic modules of the standard library, installed into an interpreter. */
import { showing } from '../moments.ts';
import { type Args, dict, NONE, type PyInst, str, unknown, type Value } from '../values.ts';
import type { VM } from '../vm.ts';
import { base64Module, binasciiModule } from './base64.ts';
import { hashlibModule, hmacModule } from './digests.ts';
import { glob } from './files.ts';
import { argument, moduleOf, type Run, unknownAmong } from './helpers.ts';
import { jsonModule } from './json.ts';
import { type Environment, environModules, installEnviron, sysModule } from './os.ts';
import { reModule } from './regex.ts';
import { urlParseModule } from './urls.ts';

/** Makes `os`, `sys`, `re`, `json`, `importlib`, ... importable. */
export function installStandardLibrary(vm: VM, env: Environment): void {
  const table = vm.intrinsics;
  for (const [name, make] of Object.entries(environModules(env))) table.set(name, make);
  table.set('sys', () => sysModule(vm));
  table.set('re', () => reModule(vm));
  table.set('json', () => jsonModule(vm));
  table.set('binascii', () => binasciiModule(vm));
  table.set('builtins', () => new Map(vm.builtins));
  table.set('base64', () => base64Module(vm));
  table.set('hashlib', () => hashlibModule(vm));
  table.set('hmac', () => hmacModule(vm));
  table.set('urllib', () => new Map());
  table.set('urllib.parse', urlParseModule);
  table.set('importlib', () =>
    moduleOf('importlib', { import_module: importModule, reload: (v, given, site) => argument(v, given, 0, 'module', site) }),
  );
  table.set('glob', () => moduleOf('glob', { glob, iglob: glob }));
  table.set('importlib.util', () => moduleOf('importlib.util', { find_spec: findSpec }));
  // The same as its back-port, which is a stub.
  table.set('importlib.metadata', () => {
    const backport = vm.importModule('importlib_metadata', null);
    return backport.k === 'module' ? new Map(backport.scope.vars) : new Map();
  });
  table.set('copy', () =>
    moduleOf('copy', {
      copy: (v, given, site) => copy(v, argument(v, given, 0, 'x', site), false),
      deepcopy: (v, given, site) => copy(v, argument(v, given, 0, 'x', site), true),
    }),
  );
  const world =
    (name: string, what: string): Run =>
    (v, _given, site) =>
      v.fresh('world', name, what, site);
  const clock =
    (name: string): Run =>
    (v, _given, site) =>
      showing(v, name, v.fresh('world', 'time', 'the present moment', site));
  table.set('time', () =>
    moduleOf('time', {
      time: clock('time'),
      monotonic: clock('monotonic'),
      perf_counter: clock('perf_counter'),
      time_ns: world('time', 'the present moment'),
      sleep: (v) => {
        // Time passes.
        v.era++;
        return NONE;
      },
      strftime: world('time', 'the present moment'),
      gmtime: world('time', 'the present moment'),
      localtime: world('time', 'the present moment'),
      mktime: world('time', 'a moment'),
    }),
  );
  installEnviron(vm);
}

const importModule: Run = (vm, given, site) => {
  const name = argument(vm, given, 0, 'name', site);
  if (name.k !== 'str') return unknownAmong(vm, given, site) ?? vm.fresh('opaque', 'import_module', 'an import with a computed name', site);
  if (!name.v.startsWith('.')) return vm.importModule(name.v, site);
  const base = argument(vm, given, 1, 'package', site);
  if (base.k !== 'str') return vm.raise('TypeError', 'the package argument is required for a relative import', site);
  const dots = name.v.match(/^\.+/)![0].length;
  const parts = base.v.split('.');
  const stem = parts.slice(0, parts.length - (dots - 1)).join('.');
  return vm.importModule(`${stem}.${name.v.slice(dots)}`, site);
};

const findSpec: Run = (vm, given, site) => {
  const name = argument(vm, given, 0, 'name', site);
  if (name.k !== 'str') return vm.fresh('opaque', 'find_spec', 'an import with a computed name', site);
  if (vm.source.find(name.v)) return str(name.v);
  return vm.source.missing(name.v, true) === 'absent'
    ? NONE
    : unknown('deployment', `installed:${name.v}`, `whether ${name.v} is installed`, site);
};

function copy(vm: VM, value: Value, deep: boolean, depth = 0): Value {
  const inner = (v: Value): Value => (deep && depth < 12 ? copy(vm, v, true, depth + 1) : v);
  switch (value.k) {
    case 'list': {
      const made = vm.listOf(value.items.map(inner));
      if (made.k === 'list') made.fuzzy = value.fuzzy;
      return made;
    }
    case 'tuple':
      return deep ? { ...value, items: value.items.map(inner) } : value;
    case 'dict': {
      const made = dict([], value.site);
      for (const [key, entry] of value.entries) made.entries.set(key, { ...entry, value: inner(entry.value) });
      made.fuzzy = value.fuzzy;
      return made;
    }
    case 'set':
      return { ...value, entries: new Map(value.entries) };
    case 'inst': {
      const hook = vm.lookup(value.cls, deep ? '__deepcopy__' : '__copy__');
      const none: Args = { positional: deep ? [dict()] : [], keywords: new Map() };
      if (hook?.k === 'func') return vm.call({ k: 'method', func: hook, self: value }, none, null);
      const made: PyInst = vm.newInstance(value.cls, value.site ?? null);
      for (const [name, attr] of value.attrs) made.attrs.set(name, attr);
      made.payload = value.payload ? inner(value.payload) : undefined;
      made.fuzzy = value.fuzzy;
      return made;
    }
    default:
      return value;
  }
}
