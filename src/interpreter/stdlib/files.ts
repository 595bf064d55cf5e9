/** `os.path`, `os` and `glob` about the folders of the project: what stands in the source is there, other places are a matter of the installation. */
import type { Site } from '../../python/syntax.ts';
import { hasGaps } from '../gaps.ts';
import { bool, builtin, FALSE, list, NONE, type PyClass, str, tuple, unknown, type Value } from '../values.ts';
import type { VM } from '../vm.ts';
import { argument, type Run, textOf } from './helpers.ts';

type Kind = 'file' | 'folder';

/** Entries that one walk or glob looks at. */
const MOST_ENTRIES = 5_000;

/** A path without `.`, `..` and doubled slashes, as `os.path.normpath` gives it. */
export function normal(path: string): string {
  const absolute = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && out.length && out.at(-1) !== '..') out.pop();
    else if (part !== '..' || !absolute) out.push(part);
  }
  return (absolute ? '/' : '') + out.join('/') || (absolute ? '/' : '.');
}

/** `exists`, `isfile`, `isdir`: asked for what the kinds say. */
export function asks(what: string, kinds: readonly Kind[]): Run {
  return (vm, given, site) => {
    const path = pathOf(vm, given.positional[0] ?? NONE, site);
    const kind = path === null ? null : (vm.source.files?.kindOf(path) ?? null);
    if (kind !== null) return bool(kinds.includes(kind));
    if (path !== null && isKnownPlace(vm, path)) {
      if (path.endsWith('.py') && kinds.includes('file')) tellMissing(vm, path, site);
      return FALSE;
    }
    const shown = path ?? textOf(vm.display(given.positional[0] ?? NONE, site)) ?? '?';
    return unknown('deployment', `${what}(${shown})`, `whether ${shown} exists is a matter of the installation`, site);
  };
}

/** `os.listdir`; the entries are in the order of their names. */
export const listdir: Run = (vm, given, site) => {
  const path = pathOf(vm, given.positional[0] ?? given.keywords.get('path') ?? str('.'), site);
  const entries = path === null ? null : entriesOf(vm, path);
  return entries ? list(entries.map(str)) : vm.fresh('deployment', `listdir(${path ?? '?'})`, 'files of the installation', site);
};

/** `os.scandir`: entries with `name`, `path`, `is_file()` and `is_dir()`. */
export const scandir: Run = (vm, given, site) => {
  const path = pathOf(vm, given.positional[0] ?? given.keywords.get('path') ?? str('.'), site);
  const entries = path === null ? null : entriesOf(vm, path);
  if (!entries) return vm.fresh('deployment', `scandir(${path ?? '?'})`, 'files of the installation', site);
  const cls = vm.makeClass('DirEntry', 'DirEntry', [], new Map(), { module: 'os', places: new Map(), site: null, own: false });
  return list(
    entries.map((name) => {
      const made = vm.newInstance(cls as PyClass, site);
      const at = under(path!, name);
      const kind = vm.source.files?.kindOf(at);
      made.attrs.set('name', str(name));
      made.attrs.set('path', str(at));
      made.attrs.set(
        'is_file',
        builtin('is_file', () => bool(kind === 'file')),
      );
      made.attrs.set(
        'is_dir',
        builtin('is_dir', () => bool(kind === 'folder')),
      );
      return made;
    }),
  );
};

/** `os.walk`, from the top down. */
export const walk: Run = (vm, given, site) => {
  const top = pathOf(vm, given.positional[0] ?? NONE, site);
  if (top === null || !entriesOf(vm, top)) return vm.fresh('deployment', 'walk', 'files of the installation', site);
  const out: Value[] = [];
  let seen = 0;
  const visit = (folder: string): void => {
    const entries = entriesOf(vm, folder) ?? [];
    seen += entries.length;
    if (seen > MOST_ENTRIES) return;
    const folders = entries.filter((name) => vm.source.files?.kindOf(under(folder, name)) === 'folder');
    const files = entries.filter((name) => !folders.includes(name));
    out.push(tuple([str(folder), list(folders.map(str)), list(files.map(str))]));
    for (const name of folders) visit(under(folder, name));
  };
  visit(top);
  return list(out);
};

/** `glob.glob`: `*`, `?` and sets in one step of a path, `**` for any number of steps where it is recursive. */
export const glob: Run = (vm, given, site) => {
  const pattern = pathOf(vm, argument(vm, given, 0, 'pathname', site), site);
  const recursive = vm.truth(given.keywords.get('recursive') ?? FALSE, site);
  const parts = pattern === null ? [] : pattern.split('/');
  const fixed = parts.findIndex((part) => /[*?[]/.test(part));
  const base = parts.slice(0, fixed < 0 ? -1 : fixed).join('/') || '.';
  if (pattern === null || !entriesOf(vm, base)) return vm.fresh('deployment', `glob(${pattern ?? '?'})`, 'files of the installation', site);
  let left = MOST_ENTRIES;
  const found = new Set<string>();
  const visit = (folder: string, at: number): void => {
    const part = parts[at];
    if (part === undefined) {
      found.add(folder);
      return;
    }
    const any = recursive && part === '**';
    if (any) visit(folder, at + 1);
    for (const name of entriesOf(vm, folder) ?? []) {
      if (--left < 0) return;
      const path = under(folder, name);
      if (any) {
        if (vm.source.files?.kindOf(path) === 'folder') visit(path, at);
        else if (at === parts.length - 1) found.add(path);
      } else if (matches(name, part)) visit(path, at + 1);
    }
  };
  visit(base, fixed < 0 ? parts.length - 1 : fixed);
  return list([...found].sort().map(str));
};

/** A path that can be looked up: relative to the root of the project, with nothing open in it. */
function pathOf(vm: VM, given: Value, site: Site | null): string | null {
  const text = textOf(vm.display(given, site));
  return text === null || text.startsWith('/') || hasGaps(vm, text) ? null : normal(text);
}

function entriesOf(vm: VM, folder: string): readonly string[] | null {
  return vm.source.files?.kindOf(folder) === 'folder' ? vm.source.files.entriesOf(folder) : null;
}

const under = (folder: string, name: string): string => (folder === '.' ? name : `${folder}/${name}`);

/** While the project is loaded: what its folders do not hold is not there. Later, requests may have made it. */
function isKnownPlace(vm: VM, path: string): boolean {
  if (vm.firing || path.startsWith('..')) return false;
  const slash = path.lastIndexOf('/');
  return vm.source.files?.kindOf(slash < 0 ? '.' : path.slice(0, slash)) === 'folder';
}

/** Python files that only an installation has are often settings. */
function tellMissing(vm: VM, path: string, site: Site | null): void {
  const text = `${path} is not in the source: judged without it`;
  if (!site?.unit.own || vm.problems.some((problem) => problem.text === text)) return;
  vm.problems.push({ severity: 'note', text, file: site.unit.file, line: site.node.lineno + site.unit.lineOffset });
}

/**
 * One step of a path against one step of a pattern; names that begin with a dot only where the pattern does (Python 3.11, glob.py).
 * A star takes as little as it can and one letter more when the rest does not fit, so the time is bounded by the product of the lengths.
 */
function matches(name: string, pattern: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  const parts = pattern.match(/\[[!]?\]?[^\]]*\]|[\s\S]/g) ?? [];
  let at = 0;
  let part = 0;
  let star = -1;
  let from = 0;
  while (at < name.length) {
    if (parts[part] === '*') {
      star = part++;
      from = at;
    } else if (part < parts.length && takesLetter(parts[part]!, name[at]!)) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++from;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === '*');
}

function takesLetter(part: string, letter: string): boolean {
  if (part === '?') return true;
  if (part.length === 1) return part === letter;
  const negated = part[1] === '!';
  const set = part.slice(negated ? 2 : 1, -1);
  for (let i = 0; i < set.length; i++) {
    const isRange = set[i + 1] === '-' && i + 2 < set.length;
    if (isRange ? set[i]! <= letter && letter <= set[i + 2]! : set[i] === letter) return !negated;
    if (isRange) i += 2;
  }
  return negated;
}
