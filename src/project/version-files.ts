/** Reads the version files of the Python world, each in the few lines that matter here. */
import { basename, join } from 'node:path';
import type { Reader } from './reader.ts';

export interface Requirement {
  /** Normalised (PEP 503). */
  readonly name: string;
  /** Null where only the name stands. */
  readonly version: string | null;
  readonly exact: boolean;
  /** The version that a range ends before. */
  readonly below?: string;
  /** Absolute. */
  readonly file: string;
  readonly line: number;
}

export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** What is installed: the names of the `*.dist-info` folders (PEP 376: `name-version.dist-info`). */
export function readInstalled(reader: Reader, sitePackages: string): Requirement[] {
  return reader.list(sitePackages).flatMap(({ name }) => {
    const match = /^(.+?)-(\d[^-]*)(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(name);
    if (!match) return [];
    return [{ name: normalizeName(match[1]!), version: match[2]!, exact: true, file: join(sitePackages, name), line: 1 }];
  });
}

/** uv.lock, poetry.lock, pdm.lock (TOML, `name` and `version` lines in `[[package]]`) and Pipfile.lock (JSON). */
export function readLock(reader: Reader, file: string): Requirement[] {
  const text = reader.read(file);
  if (text === null) return [];
  const lines = text.split('\n');
  const found: Requirement[] = [];
  let name: string | null = null;
  const json = file.endsWith('.lock') && text.trimStart().startsWith('{');
  for (const [index, line] of lines.entries()) {
    if (json) {
      // In Pipfile.lock "default" stands before "develop", and a package is an object with its version inside.
      name = /^\s+"([^"]+)": \{$/.exec(line)?.[1] ?? name;
      const version = /^\s+"version": "==([^"]+)"/.exec(line)?.[1];
      if (name && version) found.push({ name: normalizeName(name), version, exact: true, file, line: index + 1 });
    } else if (/^\[\[package\]\]/.test(line)) {
      name = null;
    } else {
      name = /^name = "([^"]+)"/.exec(line)?.[1] ?? name;
      const version = /^version = "([^"]+)"/.exec(line)?.[1];
      if (name && version) found.push({ name: normalizeName(name), version, exact: true, file, line: index + 1 });
    }
  }
  return found;
}

/** requirements*.txt beside manage.py and in a folder `requirements/`; files that name production come first. */
export function readRequirements(reader: Reader, folder: string): Requirement[] {
  const rank = (file: string) => (/prod/i.test(basename(file)) ? 0 : /dev|test|local|lint|doc/i.test(basename(file)) ? 2 : 1);
  const top = reader
    .list(folder)
    .filter(({ name, kind }) => kind === 'file' && /requirements.*\.(txt|in)$/i.test(name))
    .map(({ name }) => join(folder, name));
  const nested = reader
    .list(join(folder, 'requirements'))
    .filter(({ name, kind }) => kind === 'file' && /\.(txt|in)$/.test(name))
    .map(({ name }) => join(folder, 'requirements', name));
  return [...top, ...nested]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((file) => {
      const lines = (reader.read(file) ?? '').split('\n');
      return lines.flatMap((line, index) => requirementOf(line, file, index + 1));
    });
}

/**
 * Requirements anywhere in a file of another kind: quoted strings of pyproject.toml and setup.py, lines of setup.cfg,
 * `Requires-Dist` of metadata, `name = "^5.2"` of Poetry and Pipenv. Only Django and what is built on it are looked for here.
 */
export function readSpecifiers(reader: Reader, file: string): Requirement[] {
  const text = reader.read(file);
  if (text === null) return [];
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*#/.test(line)) return [];
    const table =
      /^\s*["']?([\w.-]*(?:django|drf|djangorestframework)[\w.-]*)["']?\s*=\s*(?:\{[^}]*version\s*=\s*)?["']([\^~=<>!\d][^"']*)["']/i.exec(
        line,
      );
    if (table)
      return requirementOf(
        `${table[1]}${table[2]!
          .replace(/^(?=\d)/, '==')
          .replace('^', '>=')
          .replace(/^~(?!=)/, '~=')}`,
        file,
        index + 1,
      );
    const quoted = [...line.matchAll(/["']([^"']+)["']/g)].flatMap((match) => requirementOf(match[1]!, file, index + 1));
    if (quoted.some(({ version }) => version !== null)) return quoted;
    return [...requirementOf(line.replace(/^Requires-Dist:\s*/, '').replace(/\(|\)/g, ''), file, index + 1), ...quoted];
  });
}

/** One PEP 508 requirement; a line that is none gives nothing. */
function requirementOf(text: string, file: string, line: number): Requirement[] {
  const match = /^\s*([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*((?:===?|~=|>=|<=|<|>|!=)[^;#\\]*)/.exec(text);
  if (!match) {
    const name = /^\s*([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*(?:[;#].*)?$/.exec(text)?.[1];
    return name ? [{ name: normalizeName(name), version: null, exact: false, file, line }] : [];
  }
  const clauses = [...match[2]!.matchAll(/(===?|~=|>=|<=|<|>|!=)\s*(\d+(?:\.\d+)*[\w.]*)/g)];
  const clause = (...operators: string[]) => clauses.find(([, operator]) => operators.includes(operator!))?.[2];
  const exact = clause('==', '===');
  const version = exact ?? clause('~=', '>=', '>') ?? clause('<=');
  if (!version) return [];
  const below = clause('<');
  return [
    {
      name: normalizeName(match[1]!),
      version: version.replace(/\.\*?$/, ''),
      exact: exact !== undefined,
      ...(below === undefined ? {} : { below }),
      file,
      line,
    },
  ];
}
