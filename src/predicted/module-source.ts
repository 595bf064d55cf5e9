/**
 * Where modules come from: the project, the stubs that Unlatched ships, a virtual environment. Stubs come before an installed copy,
 * because they are what the tests compare with the real framework; a module that a stub package lacks is taken from the copy.
 */
import { join } from 'node:path';
import type { FoundModule, ModuleSource } from '../interpreter/vm.ts';
import type { Project } from '../project/project.ts';
import type { Distribution } from '../project/versions.ts';
import { findStub } from './stub-files.ts';
import { STUB_PACKAGES } from './stub-packages.generated.ts';

/** Modules of Python's standard library that have no stub: they exist, and are opaque. */
const STANDARD = new Set(
  (
    '__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 ' +
    '_codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes ' +
    '_curses _curses_panel _datetime _decimal _elementtree _frozen_importlib _frozen_importlib_external _functools _hashlib _heapq ' +
    '_imp _io _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing _opcode _operator _osx_support _pickle ' +
    '_posixshmem _posixsubprocess _py_abc _pydecimal _pyio _queue _random _sha1 _sha256 _sha3 _sha512 _signal _sitebuiltins ' +
    '_socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread _threading_local _tkinter _tokenize ' +
    '_tracemalloc _typing _uuid _warnings _weakref _weakrefset _zoneinfo aifc argparse array ast asynchat asyncore atexit audioop bdb ' +
    'bisect bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop colorsys compileall concurrent configparser contextvars ' +
    'copyreg cProfile crypt csv ctypes curses dbm difflib dis distutils doctest email encodings ensurepip errno faulthandler fcntl ' +
    'filecmp fileinput fractions ftplib gc genericpath getopt getpass gettext glob graphlib grp gzip heapq html idlelib imaplib ' +
    'imghdr imp importlib io ipaddress keyword lib2to3 linecache locale lzma mailbox mailcap marshal math mimetypes mmap ' +
    'modulefinder multiprocessing netrc nntplib ntpath nturl2path numbers opcode optparse ossaudiodev pdb pickle pickletools pipes ' +
    'pkgutil platform plistlib poplib pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random ' +
    'readline reprlib resource rlcompleter runpy sched select selectors shelve shlex shutil signal site smtpd smtplib sndhdr ' +
    'socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics stringprep struct subprocess sunau ' +
    'symtable sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap timeit tkinter token tokenize tomllib trace ' +
    'traceback tracemalloc tty unicodedata unittest urllib uu venv wave webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile ' +
    'zipimport zlib zoneinfo'
  ).split(' '),
);

/** The modules of a project as the interpreter sees them. */
export function moduleSource(project: Project): ModuleSource {
  const cache = new Map<string, FoundModule | null>();
  const ownTop = new Map<string, boolean>();

  const inProject = (top: string): boolean => {
    let known = ownTop.get(top);
    if (known === undefined) {
      known = project.searchPath.some((root) => project.isFolder(join(root, top)) || project.isFile(join(root, `${top}.py`)));
      ownTop.set(top, known);
    }
    return known;
  };

  /** Folder of a package that the repository builds. */
  const outerHome = (top: string): string | null =>
    project.outerPath.find((root) => project.isFile(join(root, top, '__init__.py')) || project.isFile(join(root, `${top}.py`))) ?? null;

  const findIn = (root: string, parts: readonly string[], own: boolean): FoundModule | null => {
    const stem = join(root, ...parts);
    const init = join(stem, '__init__.py');
    if (project.isFile(init)) return readFound(init, true, own);
    if (project.isFile(`${stem}.py`)) return readFound(`${stem}.py`, false, own);
    return null;
  };
  const readFound = (path: string, isPackage: boolean, own: boolean): FoundModule | null => {
    const text = project.read(path);
    return text === null ? null : { text, file: project.display(path), isPackage, own };
  };
  const folderIn = (root: string, parts: readonly string[], own: boolean): FoundModule | null => {
    const folder = join(root, ...parts);
    return project.isFolder(folder) ? { text: null, file: project.display(folder), isPackage: true, own } : null;
  };
  const asInstalled = (found: FoundModule | null): FoundModule | null => found && { ...found, installed: true };
  const installed = (parts: readonly string[]) => (project.sitePackages ? asInstalled(findIn(project.sitePackages, parts, false)) : null);
  const installedFolder = (parts: readonly string[]) =>
    project.sitePackages ? asInstalled(folderIn(project.sitePackages, parts, false)) : null;
  const ofProject = (parts: readonly string[]): FoundModule | null => {
    for (const root of project.searchPath) {
      const found = findIn(root, parts, true);
      if (found) return found;
    }
    // A folder without __init__.py is a part of a namespace package, of which others may be installed (PEP 420).
    const isSpread = parts.length > 1 && project.searchPath.every((root) => findIn(root, [parts[0]!], true) === null);
    const other = isSpread ? installed(parts) : null;
    if (other) return other;
    for (const root of project.searchPath) {
      const found = folderIn(root, parts, true);
      if (found) return found;
    }
    return isSpread ? installedFolder(parts) : null;
  };
  const search = (name: string): FoundModule | null => {
    const parts = name.split('.');
    const top = parts[0]!;
    if (inProject(top) && !isShadowedStub(top)) return ofProject(parts);
    const stub = findStub(name.match(BUNDLED_SIX)?.[0].split('.') ?? parts);
    if (stub) return stub;
    const outer = outerHome(top);
    if (outer) return findIn(outer, parts, true) ?? folderIn(outer, parts, true);
    return installed(parts) ?? installedFolder(parts);
  };

  return {
    files: {
      kindOf: (path) => (project.isFolder(path) ? 'folder' : project.isFile(path) ? 'file' : null),
      entriesOf: (folder) => project.list(folder).map(({ name }) => name),
    },
    find(name) {
      let found = cache.get(name);
      if (found === undefined) {
        found = search(name);
        cache.set(name, found);
      }
      return found;
    },
    missing(name, guarded) {
      const top = name.split('.')[0]!;
      if (inProject(top) && !isShadowedStub(top)) return 'absent';
      if (STUB_PACKAGES.has(top) || STANDARD.has(top)) return 'unavailable';
      if (project.sitePackages && isCompiled(project, name)) return 'unavailable';
      // What the project asks for and does not find there is missing in this environment only.
      if (project.sitePackages && !outerHome(top)) return !guarded && isDeclared(project, top, isNotInstalled) ? 'unavailable' : 'absent';
      if (outerHome(top)) return 'absent';
      return guarded && !isDeclared(project, top) ? 'absent' : 'unavailable';
    },
  };
}

/** The renamed modules of six, which a library brings under a name of its own; no file stands behind them. */
const BUNDLED_SIX = /(?<=\.)six\.moves(?=$|\.).*$/;

/** Whether a module of the virtual environment is there in machine code alone. */
function isCompiled(project: Project, name: string): boolean {
  const parts = name.split('.');
  const last = parts.pop()!;
  return project
    .list(join(project.sitePackages!, ...parts))
    .some((entry) => entry.name.startsWith(`${last}.`) && /\.(so|pyd)$/.test(entry.name));
}

/** A project folder named like a framework (a checkout of the framework itself aside) does not hide its stubs. */
function isShadowedStub(top: string): boolean {
  return top === 'django';
}

/** Whether a distribution is only asked for: what is installed is found in its metadata first. */
const isNotInstalled = ({ place }: Distribution): boolean => !/\.(dist|egg)-info(\/|$)/.test(place.file);

/** True when a distribution that the project names could bring this package. */
function isDeclared(project: Project, top: string, counts: (one: Distribution) => boolean = () => true): boolean {
  const { distributions } = project.versions;
  if (distributions.size === 0) return true;
  const flat = top.toLowerCase().replace(/[-_.]/g, '');
  for (const [name, distribution] of distributions) {
    if (!counts(distribution)) continue;
    const other = name.replace(/[-_.]/g, '');
    if (other.includes(flat) || flat.includes(other.replace(/^(django|python|py)/, '') || other)) return true;
  }
  return false;
}
