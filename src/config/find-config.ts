/** Finds the configuration file upwards from PATH and reads it into checked values. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { UsageError } from '../model/errors.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Place } from '../model/place.ts';
import { OPTION_BY_NAME } from './option-table.ts';
import { schemas } from './schema.ts';
import { readToml, type TomlDocument, type TomlPath, type TomlValue } from './toml.ts';

const MAX_BYTES = 1_000_000;

export interface Config {
  /** As it is printed: relative to the working directory. */
  readonly file: string;
  /** Absolute folder of the file: relative paths in it start here. */
  readonly folder: string;
  /** key -> checked value. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where a key stands. */
  placeOf(path: TomlPath): Place;
}

/**
 * @param path PATH of the command (it need not exist: then the working directory counts)
 * @param given `--config FILE`, or null to look upwards: `unlatched.toml`, else `pyproject.toml` with `[tool.unlatched]`
 * @throws UsageError for a file that cannot be read, is not TOML, or has an unknown or wrong key
 */
export function loadConfig(path: string, given: string | null): Config | null {
  if (given !== null) {
    const file = resolve(given);
    if (!existsSync(file)) throw new UsageError('config-missing', `--config ${given}: no such file`);
    return readConfig(file, readText(file));
  }
  let folder = resolve(path);
  if (!existsSync(folder)) folder = process.cwd();
  else if (!statSync(folder).isDirectory()) folder = dirname(folder);
  for (;;) {
    const own = join(folder, 'unlatched.toml');
    if (isFile(own)) return readConfig(own, readText(own));
    const shared = join(folder, 'pyproject.toml');
    if (isFile(shared)) {
      const text = readText(shared);
      // A file of other tools is not our business, broken or not.
      const config = text.includes('unlatched') ? readConfig(shared, text) : null;
      if (config) return config;
    }
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

function readConfig(file: string, text: string): Config | null {
  const shown = shownPath(file);
  const document = readToml(text, shown);
  const prefix = file.endsWith('pyproject.toml') ? ['tool', 'unlatched'] : [];
  const table = prefix.reduce<TomlValue | undefined>(
    (value, key) => (value as Record<string, TomlValue> | undefined)?.[key],
    document.value,
  );
  if (table === undefined) return null;
  const checked = schemas().config.safeParse(table);
  if (!checked.success) throw wrongConfig(checked.error.issues[0]!, document, prefix, shown);
  return {
    file: shown,
    folder: dirname(file),
    values: checked.data,
    placeOf: (path) => ({ file: shown, ...document.positionOf([...prefix, ...path]) }),
  };
}

/** The first mistake as one line: where, what, and the nearest key where it is a slip. */
function wrongConfig(issue: z.core.$ZodIssue, document: TomlDocument, prefix: readonly string[], file: string): UsageError {
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const at = (where: TomlPath) => `${file}:${document.positionOf(where).line}`;
  const inner = path.slice(prefix.length);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const nearest = nearestName(key, keysAt(inner));
    const hint = nearest ? `did you mean "${nearest}"?` : '`unlatched schema config` lists the keys';
    return new UsageError(
      'config-unknown-key',
      `${at([...path, key])}: unknown key ${JSON.stringify(key)}${inner.length > 0 ? ` in ${inner[0]}` : ''}; ${hint}`,
    );
  }
  return new UsageError('config-wrong-value', `${at(path)}: ${inner.join('.') || 'the table'}: ${wordsOf(issue)}`);
}

function keysAt(path: TomlPath): string[] {
  if (path[0] === 'public') return Object.keys(schemas().public.shape);
  if (path[0] === 'ignore') return Object.keys(schemas().ignore.shape);
  return Object.keys(schemas().config.shape);
}

/** Zod's sentence, or that of the first branch of a union that says more than "invalid input". */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find(({ code }) => code !== 'invalid_type');
    return inner
      ? wordsOf(inner)
      : `expected ${[...new Set(issue.errors.flat().map((error) => (error.code === 'invalid_type' ? error.expected : '')))].filter(Boolean).join(' or ')}`;
  }
  const text = issue.message.replace(/^Invalid (input|option): /, '').replace(/^Too (small|big): /, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Values whose relative paths start at the folder of the file are made to start at the working directory. */
export function pathsFromHere(config: Config): Record<string, unknown> {
  const here = (value: string) => (value === 'auto' || /^[a-z]+:\/\//i.test(value) ? value : shownPath(resolve(config.folder, value)));
  const secretHere = (value: string) =>
    value.replace(/((?:^|=)file:)(.+)$/, (_, prefix: string, path: string) => prefix + resolve(config.folder, path));
  const each = (value: unknown, change: (text: string) => string): unknown =>
    Array.isArray(value) ? value.map((item) => change(String(item))) : typeof value === 'string' ? change(value) : value;
  return Object.fromEntries(
    Object.entries(config.values).map(([key, value]) => {
      const kind = OPTION_BY_NAME.get(key)?.kind;
      if (kind && 'path' in kind && kind.path) return [key, each(value, here)];
      if (kind?.type === 'secret' || kind?.type === 'tokens') return [key, each(value, secretHere)];
      return [key, value];
    }),
  );
}

function shownPath(file: string): string {
  return relative(process.cwd(), file) || '.';
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function readText(file: string): string {
  const shown = shownPath(file);
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new UsageError('config-unreadable', `${shown} is not a file`);
    if (stat.size > MAX_BYTES) throw new UsageError('config-too-large', `${shown} is larger than 1 MB; that is no configuration file`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('config-unreadable', `${shown} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
}
