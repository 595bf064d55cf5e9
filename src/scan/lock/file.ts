/** `unlatched.lock` as text: one line an operation, each independent of the others, so that a diff shows what changed and nothing else. */
import { UsageError } from '../../model/errors.ts';
import { type LockEntry, WHO, type Who } from './entry.ts';

export const LOCK_FILE = 'unlatched.lock';

/** Rises when lines are written in another way; an older file is then refused, not misread. */
const FORMAT = 1;

/** Modules whose classes are written by their bare names, which no class of a project has: it stands in a module. */
const PERMISSIONS = 'rest_framework.permissions.';
const AUTHENTICATORS = 'rest_framework.authentication.';

export interface Lock {
  readonly settings: string;
  readonly entries: readonly LockEntry[];
}

/** The text of a lock. The same project gives the same text, whatever the machine, the day or the version. */
export function writeLock({ settings, entries }: Lock): string {
  const lines = entries.map(({ method, path, who, permissions, authenticators }) =>
    [
      who.padEnd(12),
      method.padEnd(6),
      encoded(path),
      `permissions ${listText(permissions, PERMISSIONS)}`,
      `authenticators ${listText(authenticators, AUTHENTICATORS)}`,
    ].join('  '),
  );
  return [
    `# unlatched.lock ${FORMAT}: who may call what, as the source of ${settings} says.`,
    '# Written by `unlatched lock`, compared by `unlatched lock --check`. One operation a line; do not edit.',
    ...lines,
    '',
  ].join('\n');
}

/** @throws UsageError with file and line for a text that `writeLock` did not write */
export function readLock(text: string, file: string): Lock {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const head = /^# unlatched\.lock (\d+): who may call what, as the source of (\S+) says\.$/.exec(lines[0] ?? '');
  if (!head) throw broken(file, 1, 'the first line is not that of a lock');
  if (Number(head[1]) !== FORMAT) {
    throw new UsageError('lock-format', `${file}:1: written in format ${head[1]}, this version reads ${FORMAT}; run \`unlatched lock\``);
  }
  const entries: LockEntry[] = [];
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const entry = readLine(line);
    if (!entry) throw broken(file, index + 1, 'this is no line of a lock (a merge conflict?)');
    const key = `${entry.method} ${entry.path}`;
    if (seen.has(key)) throw broken(file, index + 1, `${key} stands here for the second time`);
    seen.add(key);
    entries.push(entry);
  }
  return { settings: head[2]!, entries };
}

function broken(file: string, line: number, why: string): UsageError {
  return new UsageError('lock-broken', `${file}:${line}: ${why}; run \`unlatched lock\` to write it again`);
}

function readLine(line: string): LockEntry | null {
  const [who = '', method = '', path = '', permissions = '', authenticators = '', ...rest] = line.trimEnd().split(/ {2,}/);
  if (!(WHO as readonly string[]).includes(who) || !/^([A-Z]+|\*)$/.test(method) || path === '' || rest.length > 0) return null;
  const demands = readList(permissions, 'permissions ', PERMISSIONS);
  const readers = readList(authenticators, 'authenticators ', AUTHENTICATORS);
  if (demands === undefined || readers === undefined) return null;
  return { method, path: decoded(path), who: who as Who, permissions: demands, authenticators: readers };
}

function listText(list: readonly string[] | null, module: string): string {
  if (list === null) return '?';
  return list.length === 0 ? 'none' : list.map((text) => text.replaceAll(module, '')).join(', ');
}

/** The list, null for a `?`, undefined for a text that is neither. */
function readList(text: string, label: string, module: string): readonly string[] | null | undefined {
  if (!text.startsWith(label)) return undefined;
  const value = text.slice(label.length).trim();
  if (value === '?') return null;
  if (value === 'none') return [];
  return value.split(', ').map((item) => item.replace(/(?<![\w.])\w+(?![\w.])/g, (name) => module + name));
}

/** A path from a pattern may hold blanks, which part the columns, or control characters. */
function encoded(path: string): string {
  return path.replace(/[\s%\p{Cc}]/gu, (char) => encodeURIComponent(char));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
