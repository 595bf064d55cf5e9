/** Joins the operations of source and document into the rows of the matrix. */
import type { DocumentedOperation, SourceOperation } from '../model/matrix.ts';
import { operationId } from '../model/operation.ts';
import type { OfferedOperation } from '../model/witness.ts';

/** One row before any probe is fired. */
export interface JoinedOperation {
  readonly id: string;
  readonly method: string;
  /** As Django sees it, without the mount prefix. */
  readonly path: string;
  readonly source: SourceOperation | null;
  readonly documented: DocumentedOperation | null;
}

export interface JoinInput {
  readonly source: readonly SourceOperation[];
  readonly documented: readonly DocumentedOperation[];
  /** What only the server has told of. */
  readonly offered?: readonly OfferedOperation[];
  /** Path prefixes of the document's `servers`. */
  readonly basePaths: readonly string[];
  /** Where document and server see Django's root (`--mount`), or null. */
  readonly mount: string | null;
}

export interface Joined {
  readonly rows: readonly JoinedOperation[];
  /** The prefix under which the server sees Django's root; empty when there is none. */
  readonly mount: string;
}

/** HEAD and OPTIONS are probes, not rows (contract section 3). */
const ROW_METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', '*']);

/**
 * Joins by `operationId`; a final slash does not keep two operations apart. Format-suffix twins, rows that an earlier
 * route hides and undocumentable methods are left out. A documented operation whose path belongs to a view that takes
 * any method (`*`) is joined with that view; a documented GET then stands for it. Rows are sorted by path and method.
 */
export function joinOperations(input: JoinInput): Joined {
  const rows = new Map<string, JoinedOperation>();
  const byLooseKey = new Map<string, SourceOperation>();
  for (const source of input.source) {
    if (source.formatSuffix || !source.reachable || !ROW_METHODS.has(source.method)) continue;
    const id = operationId(source.method, source.path);
    if (rows.has(id)) continue;
    rows.set(id, { id, method: source.method, path: source.path, source, documented: null });
    const key = looseKey(source.method, source.path);
    if (!byLooseKey.has(key)) byLooseKey.set(key, source);
  }
  const named = new Set<string>();
  const { translate, mount } = bestTranslation(input, byLooseKey);
  for (const documented of input.documented) {
    if (!ROW_METHODS.has(documented.method) || documented.method === '*') continue;
    const path = translate(documented.path);
    const exact = byLooseKey.get(looseKey(documented.method, path));
    const any = exact ? undefined : byLooseKey.get(looseKey('*', path));
    const source = exact ?? any ?? null;
    const id = operationId(documented.method, source?.path ?? path);
    if (rows.get(id)?.documented) continue;
    rows.set(id, { id, method: documented.method, path: source?.path ?? path, source, documented });
    if (any && documented.method === 'GET') named.add(operationId('*', any.path));
  }
  for (const id of named) rows.delete(id);
  for (const { method, path } of input.offered ?? []) {
    const id = operationId(method, path);
    if (!rows.has(id)) rows.set(id, { id, method, path, source: null, documented: null });
  }
  const sorted = [...rows.values()].sort((left, right) => compare(left.path, right.path) || compare(left.method, right.method));
  return { rows: sorted, mount };
}

/** The key of an operation as the source knows it: differs from the row's where the view takes any method. */
export function sourceKey(source: SourceOperation): string {
  return operationId(source.method, source.path);
}

function looseKey(method: string, path: string): string {
  return operationId(method, path.length > 1 ? path.replace(/\/+$/, '') : path);
}

interface Translation {
  readonly translate: (path: string) => string;
  readonly mount: string;
}

/**
 * How a path of the document becomes a path of Django: with the base path of `servers` in front, or without (then the
 * base path is the mount point). What joins more operations wins; the document's own meaning wins a tie.
 */
function bestTranslation(input: JoinInput, byLooseKey: ReadonlyMap<string, SourceOperation>): Translation {
  const bases = input.basePaths.length > 0 ? input.basePaths : [''];
  const mount = input.mount?.replace(/\/+$/, '') ?? null;
  const candidates: Translation[] = bases.map((base) => ({
    translate: (path) => withoutMount(join(base, path), mount ?? ''),
    mount: mount ?? '',
  }));
  candidates.push({ translate: (path) => withoutMount(path, mount ?? ''), mount: mount ?? bases[0]!.replace(/\/+$/, '') });
  let best = candidates[0]!;
  let most = -1;
  for (const candidate of candidates) {
    let joined = 0;
    for (const { method, path } of input.documented) {
      const translated = candidate.translate(path);
      if (byLooseKey.has(looseKey(method, translated)) || byLooseKey.has(looseKey('*', translated))) joined++;
    }
    if (joined > most) {
      most = joined;
      best = candidate;
    }
  }
  return best;
}

function withoutMount(path: string, prefix: string): string {
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

function join(prefix: string, path: string): string {
  const base = prefix.replace(/\/+$/, '');
  return `${base}${path.startsWith('/') ? '' : '/'}${path}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
