/**
 * Where modules come from: the project, the stubs that Unlatched ships, a virtual environment. Stubs come before an installed copy,
 * because they are what the tests compare with the real framework; a module that a stub package lacks is taken from the copy.
 */
import { join } from 'node:path';
import type { FoundModule, ModuleSource } from '../interpreter/vm.ts';
import type { Project } from '../project/project.ts';
import { findStub } from './stub-files.ts';
import { STUB_PACKAGES } from './stub-packages.generated.ts';

/** Modules of Python's standard library that have no stub: they exist, and are opaque. */
const STANDARD = new Set(
  (
    '__future__ _thread array ast atexit bdb bisect bz2 calendar cgi cmath cmd code codecs codeop colorsys compileall concurrent configparser contextvars copyreg ' +
    'cProfile csv ctypes curses dbm difflib dis doctest email ensurepip errno faulthandler fcntl filecmp fileinput fractions ftplib gc getopt getpass ' +
    'gettext glob graphlib grp gzip heapq html imaplib imghdr imp importlib io ipaddress keyword linecache locale lzma mailbox marshal math mimetypes mmap ' +
    'multiprocessing netrc numbers optparse pdb pickle pickletools pkgutil platform plistlib poplib pprint profile pstats pty pwd py_compile pydoc queue quopri random ' +
    'readline reprlib resource runpy sched select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics stringprep ' +
    'struct subprocess symtable sysconfig syslog tarfile tempfile termios textwrap timeit tkinter token tokenize tomllib trace traceback tracemalloc tty ' +
    'unicodedata unittest urllib uu venv wave webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo'
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
  const search = (name: string): FoundModule | null => {
    const parts = name.split('.');
    const top = parts[0]!;
    if (inProject(top) && !isShadowedStub(top)) {
      for (const root of project.searchPath) {
        const found = findIn(root, parts, true);
        if (found) return found;
      }
      // A folder without __init__.py is a namespace package (PEP 420).
      for (const root of project.searchPath)
        if (project.isFolder(join(root, ...parts)))
          return { text: null, file: project.display(join(root, ...parts)), isPackage: true, own: true };
      return null;
    }
    const stub = findStub(parts);
    if (stub) return stub;
    const outer = outerHome(top);
    if (outer) {
      const stem = join(outer, ...parts);
      return (
        findIn(outer, parts, true) ??
        (project.isFolder(stem) ? { text: null, file: project.display(stem), isPackage: true, own: true } : null)
      );
    }
    return project.sitePackages ? findIn(project.sitePackages, parts, false) : null;
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
      if (project.sitePackages || outerHome(top)) return 'absent';
      return guarded && !isDeclared(project, top) ? 'absent' : 'unavailable';
    },
  };
}

/** A project folder named like a framework (a checkout of the framework itself aside) does not hide its stubs. */
function isShadowedStub(top: string): boolean {
  return top === 'django';
}

/** True when a distribution that the project names could bring this package. */
function isDeclared(project: Project, top: string): boolean {
  const { distributions } = project.versions;
  if (distributions.size === 0) return true;
  const flat = top.toLowerCase().replace(/[-_.]/g, '');
  for (const name of distributions.keys()) {
    const other = name.replace(/[-_.]/g, '');
    if (other.includes(flat) || flat.includes(other.replace(/^(django|python|py)/, '') || other)) return true;
  }
  return false;
}
