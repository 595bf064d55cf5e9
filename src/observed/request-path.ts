/** From a path template to the path that is asked: parameters filled in, prefix in front, nothing that leads out of the prefix. */
import type { Target } from '../model/witness.ts';
import { type Carrier, shellText } from './credential.ts';
import type { Identifiers, ObjectName } from './identifiers.ts';
import type { Origin } from './origin.ts';

/** A concrete, origin-relative request target. */
export interface ConcretePath {
  readonly path: string;
  /** The query that the operation itself needs. */
  readonly query: readonly (readonly [string, string])[];
  /** The objects that the path names, the outermost first. */
  readonly objects: readonly ObjectName[];
  /** Names of parameters that were filled with a guess. */
  readonly guessed: readonly string[];
}

/**
 * Fills the template. Returns null when the path would leave the prefix (`..`) or cannot be written.
 * @param seen identifiers that the server itself showed, for parameters that neither user nor document fill
 */
export function concretePath(origin: Origin, target: Target, seen?: Identifiers): ConcretePath | null {
  const guessed: string[] = [];
  const objects: ObjectName[] = [];
  let before = '';
  let from = 0;
  const filled = target.path.replace(/\{([^{}]*)\}/g, (all, name: string, at: number) => {
    before += target.path.slice(from, at);
    from = at + all.length;
    const list = `${origin.prefix}${escapePath(before)}`;
    const value = fill(name, before.endsWith('/') ? list : null);
    if (before.endsWith('/')) objects.push({ list, parameter: name, value: decodeURIComponent(value) });
    before += value;
    return value;
  });
  function fill(name: string, list: string | null): string {
    const value = target.params[name];
    if (value !== undefined && value !== '') return encodeURIComponent(value);
    // DRF's format suffix: any other value is a 404 before the view.
    if (name === 'format') return 'json';
    const known = list === null ? null : (seen?.valueFor(list, name) ?? null);
    if (known !== null) return encodeURIComponent(known);
    guessed.push(name);
    return '1';
  }
  const path = `${origin.prefix}${filled.startsWith('/') ? '' : '/'}${escapePath(filled)}`;
  if (path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return null;
  return { path, query: Object.entries(target.query), objects, guessed };
}

/** Path with its query; `shell` and `shape` are the forms for a shell line and a plan. */
export function withQuery(
  path: string,
  query: readonly (readonly [string, string])[],
  carriers: readonly Carrier[],
  form: 'wire' | 'shell' | 'shape',
): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  for (const carrier of carriers) {
    pairs.push(`${encodeURIComponent(carrier.name)}=${form === 'wire' ? encodeURIComponent(carrier.wire) : carrier[form]}`);
  }
  const written = form === 'shell' ? shellText(path) : path;
  return pairs.length === 0 ? written : `${written}?${pairs.join('&')}`;
}

/** The prefix under which a made-up path tells how the server answers what does not exist. */
export function siblingPath(path: string, name: string): { readonly prefix: string; readonly path: string } {
  const slash = path.endsWith('/') && path.length > 1;
  const trimmed = slash ? path.slice(0, -1) : path;
  const prefix = trimmed.slice(0, trimmed.lastIndexOf('/') + 1);
  return { prefix: prefix + (slash ? '*/' : '*'), path: `${prefix}${name}${slash ? '/' : ''}` };
}

/** Escapes what HTTP does not take in a path; `%XX` that is there already stays. */
function escapePath(path: string): string {
  return path.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu, (character) =>
    // A lone surrogate becomes the replacement character, as in UTF-8 encoders.
    encodeURIComponent(Buffer.from(character).toString()),
  );
}
