/** The same path below another version of the API: an older mount of a view may have another gate, or none (catalogue R15). */
import type { Target } from '../model/witness.ts';
import type { Origin } from './origin.ts';
import type { Variant } from './request-variants.ts';

/** Versions that are tried beside one. */
const MOST_VERSIONS = 3;
const VERSION = /^v(\d{1,2})$/i;

/**
 * Ways to ask for an operation below another version: the neighbours of its number, those that other operations of the same
 * mount have, and none at all. Paths that are operations themselves are asked anyhow.
 * @param targets all operations of the run
 */
export function versionPathsOf(origin: Origin, target: Target, targets: readonly Target[]): readonly Variant[] {
  const parts = target.path.split('/');
  const at = versionAt(target);
  if (at === null) return [];
  const number = Number(VERSION.exec(parts[at]!)![1]);
  const mount = parts.slice(0, at).join('/');
  const listed = targets
    .map(({ path }) => path.split('/'))
    .filter((other) => other.slice(0, at).join('/') === mount && VERSION.test(other[at] ?? ''))
    .map((other) => other[at]!);
  const beside = [number - 1, number + 1].filter((other) => other > 0).map((other) => parts[at]!.replace(/\d+/, String(other)));
  const versions = [...new Set([...listed, ...beside])].filter((version) => version !== parts[at]).slice(0, MOST_VERSIONS);
  const known = new Set(targets.map(({ path }) => withoutNames(path)));
  const offset = origin.prefix.split('/').length - 1;
  return [...versions, null]
    .filter((version) => !known.has(withoutNames(swapped(target.path, at, version))))
    .map((version) => ({
      title: version === null ? 'without the version in the path' : `as ${version}`,
      change: (path) => ({ path: swapped(path, at + offset, version) }),
    }));
}

/** What is mounted as one: everything below one version. */
export function mountOf(target: Target): string | null {
  const at = versionAt(target);
  return at === null
    ? null
    : target.path
        .split('/')
        .slice(0, at + 1)
        .join('/');
}

/** Where the version stands in the path; null where none does, or nothing behind it. */
function versionAt({ path }: Target): number | null {
  const parts = path.split('/');
  const at = parts.findIndex((part) => VERSION.test(part));
  return at < 0 || parts.slice(at + 1).every((part) => part === '') ? null : at;
}

function swapped(path: string, at: number, version: string | null): string {
  const parts = path.split('/');
  parts.splice(at, 1, ...(version === null ? [] : [version]));
  return parts.join('/');
}

function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
