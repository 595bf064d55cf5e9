/** `os`, `os.path` and `sys`. The real environment is never read: only what the user gave with --env and --env-file. */

import { hasGaps, openText } from '../gaps.ts';
import {
  bool,
  builtin,
  type DictEntry,
  derived,
  dict,
  int,
  list,
  NAMED_ITEMS,
  NONE,
  type PyDict,
  type PyStr,
  type PyUnknown,
  str,
  tuple,
  unknown,
  type Value,
} from '../values.ts';
import type { VM } from '../vm.ts';
import { told } from '../watched.ts';
import { asks, listdir, normal, scandir, walk } from './files.ts';
import { argument, moduleOf, type Run, textOf, unknownAmong } from './helpers.ts';

/** Told about each variable that is asked for. */
export interface Environment {
  get(name: string): string | undefined;
  /** Called for a variable that is not given: the code's default is an assumption. */
  assumeUnset?(name: string): void;
}

/** The value of a variable that must be set for the project to start. */
export function requiredVariable(name: string): PyUnknown {
  return unknown(
    /SECRET|KEY|PASSWORD|TOKEN|DSN|CREDENTIAL/i.test(name) ? 'secret' : 'deployment',
    `env:${name}`,
    `the environment variable ${name} is not given (--env ${name}=...)`,
    null,
  );
}

/** `os.environ`: a dictionary whose gaps are assumptions. */
export function environModules(env: Environment): Record<string, () => Map<string, Value>> {
  const read = (vm: VM, name: Value, otherwise: Value): Value => {
    const key = textOf(name);
    if (key === null) return vm.fresh('deployment', 'env', 'an environment variable with a computed name', null);
    const value = env.get(key);
    if (value !== undefined) return str(value);
    env.assumeUnset?.(key);
    return otherwise;
  };
  const getenv = builtin('os.getenv', (vm, given, site) =>
    read(vm, argument(vm, given, 0, 'key', site), given.positional[1] ?? given.keywords.get('default') ?? NONE),
  );
  const makeEnviron = (vm: VM): Value => {
    const cls = vm.makeClass('_Environ', '_Environ', [], new Map(), { module: 'os', places: new Map(), site: null, own: false });
    if (cls.k !== 'class') return NONE;
    const written = dict();
    const method = (name: string, run: Parameters<typeof builtin>[1]) => {
      const made = builtin(`os.environ.${name}`, (v, given, site) => run(v, { ...given, positional: given.positional.slice(1) }, site));
      made.attrs.set('binds', bool(true));
      cls.attrs.set(name, made);
    };
    const own = (name: Value) => (name.k === 'str' ? written.entries.get(`s:${name.v}`)?.value : undefined);
    method('get', (v, given, site) => {
      const name = argument(v, given, 0, 'key', site);
      return own(name) ?? read(v, name, given.positional[1] ?? given.keywords.get('default') ?? NONE);
    });
    method('__getitem__', (v, given, site) => {
      const name = argument(v, given, 0, 'key', site);
      const value = own(name) ?? read(v, name, NONE);
      return value.k === 'none' && name.k === 'str' ? requiredVariable(name.v) : value;
    });
    method('__contains__', (v, given, site) => {
      const name = argument(v, given, 0, 'key', site);
      return bool((own(name) ?? read(v, name, NONE)).k !== 'none');
    });
    method('setdefault', (v, given, site) => {
      const name = argument(v, given, 0, 'key', site);
      const present = own(name) ?? read(v, name, NONE);
      if (present.k !== 'none') return present;
      v.setItem(written, name, given.positional[1] ?? NONE, site);
      return given.positional[1] ?? NONE;
    });
    method('__setitem__', (v, given, site) => {
      v.setItem(written, given.positional[0] ?? NONE, given.positional[1] ?? NONE, site);
      return NONE;
    });
    method('pop', (v, given, site) => {
      const name = argument(v, given, 0, 'key', site);
      return own(name) ?? read(v, name, given.positional[1] ?? NONE);
    });
    for (const name of ['copy', 'items', 'keys', 'values', '__iter__'])
      method(name, (v, _given, site) => v.fresh('deployment', 'environ', 'all environment variables', site));
    method('update', () => NONE);
    return vm.newInstance(cls, null);
  };
  let environ: Value | null = null;
  const os = () => {
    const vars = moduleOf(
      'os',
      {
        getcwd: () => str('.'),
        urandom: (vm, _given, site) => vm.fresh('secret', 'urandom', 'fresh random bytes', site),
        makedirs: () => NONE,
        mkdir: () => NONE,
        umask: () => int(18),
        getpid: (vm, _given, site) => vm.fresh('world', 'pid', 'the process id', site),
        cpu_count: (vm, _given, site) => vm.fresh('deployment', 'cpu_count', 'the number of processors', site),
        listdir,
        walk,
        scandir,
        stat: (vm, _given, site) => vm.fresh('deployment', 'stat', 'files of the installation', site),
        access: (vm, _given, site) => vm.fresh('deployment', 'access', 'files of the installation', site),
        uname: (vm, _given, site) => vm.fresh('deployment', 'uname', 'the machine', site),
        getuid: (vm, _given, site) => vm.fresh('deployment', 'getuid', 'the user of the process', site),
        fspath: (vm, given, site) => vm.display(argument(vm, given, 0, 'path', site), site),
        putenv: () => NONE,
        unsetenv: () => NONE,
      },
      {
        ...SEPARATORS,
        linesep: str('\n'),
        name: str('posix'),
        getenv,
        R_OK: int(4),
        W_OK: int(2),
        X_OK: int(1),
      },
    );
    return vars;
  };
  return {
    os: () => {
      const vars = os();
      const path = pathModule();
      vars.set('environ', {
        k: 'builtin',
        name: 'os.environ',
        attrs: new Map(),
        call: () => NONE,
      });
      lazyEnviron = (vm) => (environ ??= makeEnviron(vm));
      vars.set('path', namespaceOf('posixpath', path));
      return vars;
    },
    'os.path': pathModule,
    posixpath: pathModule,
  };
}

let lazyEnviron: ((vm: VM) => Value) | null = null;

/** Puts the environment object into a loaded `os` module (it needs the interpreter to be made). */
export function installEnviron(vm: VM): void {
  const module = vm.importModule('os', null);
  if (module.k === 'module' && lazyEnviron) {
    module.scope.vars.set('environ', lazyEnviron(vm));
    const path = vm.importModule('os.path', null);
    module.scope.vars.set('path', path);
  }
}

function namespaceOf(name: string, vars: Map<string, Value>): Value {
  return { k: 'builtin', name, attrs: vars, call: () => NONE };
}

/** Whether a path starts anew: an absolute one, or one of the project's, which are written from its root on, that lies below the other. */
function isRooted(path: string, above: string): boolean {
  return path.startsWith('/') || (/[^./]/.test(above) && path.startsWith(`${above.replace(/\/$/, '')}/`));
}

/** Something of a file that differs from one installation to the next. */
function aboutInstallation(what: string): Run {
  return (vm, given, site) => {
    const shown = vm.display(given.positional[0] ?? NONE, site);
    const text = shown.k === 'str' ? normal(shown.v) : '?';
    return unknown('deployment', `${what}(${text})`, `the ${what} of ${text} is a matter of the installation`, site);
  };
}

/** What `os` has of its path module (posixpath.py). */
const SEPARATORS: Record<string, Value> = {
  sep: str('/'),
  altsep: NONE,
  extsep: str('.'),
  pathsep: str(':'),
  curdir: str('.'),
  pardir: str('..'),
  devnull: str('/dev/null'),
};

function pathModule(): Map<string, Value> {
  const onText =
    (run: (text: string) => string): Parameters<typeof moduleOf>[1][string] =>
    (vm, given, site) => {
      const shown = vm.display(given.positional[0] ?? NONE, site);
      return shown.k === 'str' ? str(run(shown.v)) : derived(shown as PyUnknown, ':path');
    };
  const functions: Parameters<typeof moduleOf>[1] = {
    join(vm, given, site) {
      const parts: PyStr[] = [];
      const joined = (texts: readonly Value[]) =>
        (texts as PyStr[]).reduce((all, { v }) => (all === '' || isRooted(v, all) ? v : `${all.replace(/\/$/, '')}/${v}`), '');
      for (const part of given.positional) {
        const shown = vm.display(part, site);
        if (shown.k !== 'str') return derived(shown as PyUnknown, `:join ${joined(parts)}`);
        parts.push(shown);
      }
      return told(parts, (texts) => str(joined(texts)));
    },
    dirname: onText((t) => t.split('/').slice(0, -1).join('/') || (t.startsWith('/') ? '/' : '')),
    basename: onText((t) => t.split('/').at(-1) ?? ''),
    abspath: onText(normal),
    realpath: onText(normal),
    normpath: onText(normal),
    expanduser: onText((t) => t),
    expandvars: onText((t) => t),
    normcase: onText((t) => t),
    relpath: onText((t) => t),
    exists: asks('exists', ['file', 'folder']),
    lexists: asks('exists', ['file', 'folder']),
    isfile: asks('isfile', ['file']),
    isdir: asks('isdir', ['folder']),
    islink: aboutInstallation('islink'),
    getmtime: aboutInstallation('getmtime'),
    getsize: aboutInstallation('getsize'),
    isabs: (vm, given, site) => {
      const shown = vm.display(given.positional[0] ?? NONE, site);
      return shown.k === 'str' ? bool(shown.v.startsWith('/')) : (unknownAmong(vm, given, site) ?? NONE);
    },
    splitext: (vm, given, site) => {
      const shown = vm.display(given.positional[0] ?? NONE, site);
      if (shown.k !== 'str') return tuple([shown, str('')]);
      if (hasGaps(vm, shown.v)) {
        return tuple(['root', 'extension'].map((part) => openText(vm, `${part} of ${shown.v}`)));
      }
      const match = /^(.*?[^/])(\.[^./]*)?$/.exec(shown.v);
      return tuple([str(match?.[1] ?? shown.v), str(match?.[2] ?? '')]);
    },
    split: (vm, given, site) => {
      const shown = vm.display(given.positional[0] ?? NONE, site);
      const text = shown.k === 'str' ? shown.v : '';
      return tuple([str(text.split('/').slice(0, -1).join('/')), str(text.split('/').at(-1) ?? '')]);
    },
    commonprefix: (vm, _given, site) => vm.fresh('deployment', 'commonprefix', 'a common prefix', site),
  };
  return moduleOf('os.path', functions, SEPARATORS);
}

/** `sys` as a server process sees it. */
export function sysModule(vm: VM): Map<string, Value> {
  const blank = (name: string, reason: string) => unknown('deployment', `sys.${name}`, reason, null);
  const version = tuple([int(3), int(11), int(7), str('final'), int(0)]);
  NAMED_ITEMS.set(version, ['major', 'minor', 'micro', 'releaselevel', 'serial']);
  return moduleOf(
    'sys',
    {
      exit: (v, _given, site) => v.raise('SystemExit', '', site),
      getdefaultencoding: () => str('utf-8'),
      exc_info: (v) => {
        const current = v.handling.at(-1);
        return tuple(current ? [v.classOf(current), current, NONE] : [NONE, NONE, NONE]);
      },
      setrecursionlimit: () => NONE,
      getrecursionlimit: () => int(1000),
      getsizeof: () => int(64),
      intern: (v, given, site) => argument(v, given, 0, 'string', site),
    },
    {
      // A server process: neither `test` nor `runserver` nor a management command is on its command line.
      argv: list([str('gunicorn')]),
      version_info: version,
      version: str('3.11.7'),
      platform: str('linux'),
      path: list([]),
      modules: loadedModules(vm, blank('modules', 'the table of loaded modules')),
      executable: str('python3'),
      prefix: blank('prefix', 'where Python is installed'),
      base_prefix: blank('prefix', 'where Python is installed'),
      stdout: blank('stdout', 'the standard output'),
      stderr: blank('stderr', 'the standard error'),
      stdin: blank('stdin', 'the standard input'),
      maxsize: int(Number.MAX_SAFE_INTEGER),
      byteorder: str('little'),
      flags: blank('flags', 'flags of the Python process'),
      implementation: blank('implementation', 'the Python implementation'),
      hexversion: int(0x030b07f0),
      warnoptions: list([]),
      getfilesystemencoding: vm.builtins.get('str') ?? NONE,
    },
  );
}

/** `sys.modules`: each module that was loaded is found by its name; which others there are is not known. */
function loadedModules(vm: VM, others: PyUnknown): Value {
  const entries = new (class extends Map<string, DictEntry> {
    override get(key: string): DictEntry | undefined {
      const module = vm.modules.get(key.slice('s:'.length));
      return super.get(key) ?? (module ? { key: str(key.slice('s:'.length)), value: module } : undefined);
    }
    override has(key: string): boolean {
      return super.has(key) || vm.modules.has(key.slice('s:'.length));
    }
  })();
  return { ...(dict() as PyDict), entries, fuzzy: others };
}
