/** What changed between a lock and the source as it is now, and in which direction. */
import { demandsOf } from '../../frameworks/drf/permission-demands.ts';
import { operationId } from '../../model/operation.ts';
import type { LockEntry, Who } from './entry.ts';

/** `changed`: another policy of which nobody can say by its names whether it is looser. */
export type Direction = 'looser' | 'tighter' | 'changed';

export interface LockChange {
  readonly direction: Direction;
  /** As it is now, or as it was. */
  readonly method: string;
  readonly path: string;
  /** What changed, in words; several when the policy changed in several ways. */
  readonly texts: readonly string[];
}

/** How far a door is open. What is not known may be open, and more so than a door that only a valid token opens. */
const OPENNESS: Readonly<Record<Who, number>> = { anyone: 3, 'forged-token': 2, unknown: 1, 'valid-token': 0 };
const WORDS: Readonly<Record<Who, string>> = {
  anyone: 'anyone',
  'forged-token': 'any word as a token',
  'valid-token': 'a valid token only',
  unknown: 'unknown',
};

/** The changes from `before` to `after`, sorted by path and method. Names of path parameters do not matter. */
export function compareLocks(before: readonly LockEntry[], after: readonly LockEntry[]): readonly LockChange[] {
  const old = byId(before);
  const now = byId(after);
  const changes: LockChange[] = [];
  for (const [id, entry] of now) {
    const earlier = old.get(id);
    if (!earlier) {
      // A new operation is one way in more; whether that is meant, the reader decides by who may call it.
      changes.push(change(entry, entry.who === 'valid-token' ? 'changed' : 'looser', [`new: ${WORDS[entry.who]}`]));
      continue;
    }
    const difference = differenceOf(earlier, entry);
    if (difference) changes.push(change(entry, difference.direction, difference.texts));
  }
  for (const [id, entry] of old) if (!now.has(id)) changes.push(change(entry, 'tighter', [`gone: was ${WORDS[entry.who]}`]));
  return changes.sort((left, right) => compareText(left.path, right.path) || compareText(left.method, right.method));
}

function byId(entries: readonly LockEntry[]): ReadonlyMap<string, LockEntry> {
  return new Map(entries.map((entry) => [operationId(entry.method, entry.path), entry]));
}

function change({ method, path }: LockEntry, direction: Direction, texts: readonly string[]): LockChange {
  return { direction, method, path, texts };
}

function differenceOf(before: LockEntry, after: LockEntry): { direction: Direction; texts: readonly string[] } | null {
  const texts: string[] = [];
  if (before.who !== after.who) texts.push(`${WORDS[before.who]} -> ${WORDS[after.who]}`);
  const permissions = listChange(before.permissions, after.permissions);
  const authenticators = listChange(before.authenticators, after.authenticators);
  if (permissions) texts.push(`permissions ${permissions}`);
  if (authenticators) texts.push(`authenticators ${authenticators}`);
  if (texts.length === 0) return null;
  const openness = Math.sign(OPENNESS[after.who] - OPENNESS[before.who]);
  if (openness !== 0) return { direction: openness > 0 ? 'looser' : 'tighter', texts };
  const directions = [
    permissions ? demandDirection(before.permissions, after.permissions) : null,
    // Each authenticator is one more way to be somebody.
    authenticators ? subsetDirection(before.authenticators, after.authenticators, 'looser') : null,
  ].filter((each) => each !== null);
  const [first] = directions;
  return { direction: directions.every((each) => each === first) ? first! : 'changed', texts };
}

/** More demands are tighter. Classes of DRF are compared by what they demand, all others by their name. */
function demandDirection(before: readonly string[] | null, after: readonly string[] | null): Direction {
  return subsetDirection(expanded(before), expanded(after), 'tighter');
}

function expanded(permissions: readonly string[] | null): readonly string[] | null {
  return permissions?.flatMap((permission) => demandsOf(permission) ?? [permission]) ?? null;
}

function subsetDirection(before: readonly string[] | null, after: readonly string[] | null, more: 'looser' | 'tighter'): Direction {
  if (!before || !after) return 'changed';
  const old = new Set(before);
  const now = new Set(after);
  const grew = [...old].every((each) => now.has(each));
  const shrank = [...now].every((each) => old.has(each));
  if (grew === shrank) return 'changed';
  return grew === (more === 'looser') ? 'looser' : 'tighter';
}

function listChange(before: readonly string[] | null, after: readonly string[] | null): string | null {
  const [old, now] = [listText(before), listText(after)];
  return old === now ? null : `${old} -> ${now}`;
}

function listText(list: readonly string[] | null): string {
  if (list === null) return 'unknown';
  return list.length === 0 ? 'none' : list.map(shortNames).join(', ');
}

/** Classes without their modules: the lock itself has the full names. */
function shortNames(expression: string): string {
  return expression.replace(/\b(?:\w+\.)+(\w+)/g, '$1');
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
