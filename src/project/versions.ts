/** Which libraries the project has, in which versions: from the virtual environment, lock files and requirements. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Place } from '../model/place.ts';
import { Reader } from './reader.ts';
import { type Requirement, readInstalled, readLock, readRequirements, readSpecifiers } from './version-files.ts';

export interface Distribution {
  /** `5.2.8`; for a range its lower bound (or the upper one, when that is all there is). */
  readonly version: string;
  /** False when only a range was found. */
  readonly exact: boolean;
  /** The version that the range ends before. */
  readonly below?: string;
  readonly place: Place;
}

export interface Versions {
  readonly django: string | null;
  readonly drf: string | null;
  /** Where Django's (else DRF's) version stands. */
  readonly from: Place | null;
  /** By normalised name (PEP 503): lower case, runs of `-`, `_`, `.` are one `-`. */
  readonly distributions: ReadonlyMap<string, Distribution>;
  /** Normalised names of all that is asked for, also without a version. */
  readonly required: ReadonlySet<string>;
}

const LOCKS = ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock'];
const SPECIFIERS = ['pyproject.toml', 'setup.cfg', 'setup.py', 'Pipfile'];
/** Version files often lie beside the repository's root, above the folder of manage.py. */
const LEVELS_ABOVE = 3;

/**
 * The first source that knows a distribution wins; what is installed comes before what is locked, that before what is asked for.
 * @param folders absolute, the nearest to manage.py first
 */
export function findVersions(reader: Reader, folders: readonly string[], sitePackages: string | null): Versions {
  const places = [...folders, ...foldersAbove(folders.at(-1)!)];
  const sources: (() => Requirement[])[] = [];
  const readers = places.map((folder) => (folders.includes(folder) ? reader : new Reader(folder)));
  if (sitePackages) sources.push(() => readInstalled(reader, sitePackages));
  const each = (read: (reader: Reader, folder: string) => Requirement[]) => {
    for (const [index, folder] of places.entries()) sources.push(() => read(readers[index]!, folder));
  };
  each((from, folder) => LOCKS.flatMap((name) => readLock(from, join(folder, name))));
  each(readRequirements);
  each((from, folder) => SPECIFIERS.flatMap((name) => readSpecifiers(from, join(folder, name))));
  // An unpacked wheel says in its metadata what it needs.
  each((from, folder) =>
    from
      .list(folder)
      .filter(({ name }) => /\.(dist|egg)-info$/.test(name))
      .flatMap(({ name }) => ['METADATA', 'PKG-INFO'].flatMap((file) => readSpecifiers(from, join(folder, name, file)))),
  );

  const distributions = new Map<string, Distribution>();
  const ranges = new Map<string, Distribution>();
  const required = new Set<string>();
  for (const source of sources) {
    for (const { name, version, exact, below, file, line } of source()) {
      required.add(name);
      if (version === null) continue;
      const place = { file: reader.display(file), line };
      const target = exact ? distributions : ranges;
      if (!target.has(name)) target.set(name, { version, exact, ...(below === undefined ? {} : { below }), place });
    }
  }
  // A pin anywhere says more than a range.
  for (const [name, range] of ranges) if (!distributions.has(name)) distributions.set(name, range);

  const django = distributions.get('django') ?? null;
  const drf = distributions.get('djangorestframework') ?? null;
  return { django: django?.version ?? null, drf: drf?.version ?? null, from: django?.place ?? drf?.place ?? null, distributions, required };
}

/** Up to the repository's root, and only when there is one: the home folder of a user is not part of a project. */
function foldersAbove(folder: string): string[] {
  const above: string[] = [];
  let current = folder;
  for (let level = 0; level <= LEVELS_ABOVE; level++) {
    if (existsSync(join(current, '.git'))) return above;
    const parent = dirname(current);
    if (parent === current) break;
    above.push(parent);
    current = parent;
  }
  return [];
}
