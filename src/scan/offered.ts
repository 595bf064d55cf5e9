/**
 * Methods that the server has for a path and the document does not name: an `Allow` in any answer tells them (RFC 9110 section 10.2.1;
 * every answer of an APIView has one, DRF, views.py, `default_response_headers`).
 */
import type { JoinedOperation } from '../matrix/join.ts';
import { operationId } from '../model/operation.ts';
import type { Probe } from '../model/probe.ts';
import type { Observation, OfferedOperation, PlannedRequest, Target } from '../model/witness.ts';
import { plannedUrl } from './access.ts';

const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Names in the note. */
const MOST_NAMED = 5;

export interface Offered {
  /** Asked like any other operation. */
  readonly targets: readonly Target[];
  readonly operations: readonly OfferedOperation[];
  /** Operations that would write: nobody says how they could be asked without an effect. */
  readonly unasked: readonly string[];
}

/**
 * Compares the answers so far with the operations that are known. Where there is source, its routes say what there is.
 * @param targets what was asked
 */
export function offeredBy(
  rows: readonly JoinedOperation[],
  targets: readonly Target[],
  probes: readonly Probe[],
  { exchanges }: Pick<Observation, 'exchanges'>,
): Offered {
  // Under another path stands another view.
  const elsewhere = new Set(probes.filter(({ sends }) => sends.changes).map(({ id }) => id));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(rows.map(({ method, path }) => operationId(method, path)));
  const ofSource = new Set(rows.filter(({ source }) => source !== null).map(({ path }) => operationId('*', path)));
  const targetOf = new Map(targets.map((target) => [target.id, target]));
  const found = new Map<string, { readonly row: JoinedOperation; readonly target: Target; readonly method: string }>();
  for (const { operation, probe, response } of exchanges) {
    const row = operation === null ? undefined : rowOf.get(operation);
    const target = operation === null ? undefined : targetOf.get(operation);
    if (!row || !target || target.socket || elsewhere.has(probe) || ofSource.has(operationId('*', row.path))) continue;
    const allow = response?.headers.find(([name]) => name.toLowerCase() === 'allow')?.[1] ?? '';
    for (const method of allow.toUpperCase().split(/[\s,]+/)) {
      const id = operationId(method, row.path);
      if (METHODS.includes(method) && !known.has(id)) found.set(id, { row, target, method });
    }
  }
  const safe = [...found.entries()].filter(([, { method }]) => method === 'GET').sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    targets: safe.map(([id, { target }]) => ({ ...target, id, method: 'GET', harmless: true, inert: null, scopes: null })),
    operations: safe.map(([, { row }]) => ({ method: 'GET', path: row.path })),
    unasked: [...found.values()]
      .filter(({ method }) => method !== 'GET')
      .map(({ method, row }) => `${method} ${row.path}`)
      .sort(),
  };
}

/** What is said of those that were not asked, or null. */
export function unaskedNote(unasked: readonly string[]): string | null {
  if (unasked.length === 0) return null;
  const more = unasked.length > MOST_NAMED ? ` and ${unasked.length - MOST_NAMED} more` : '';
  const [what, them] = unasked.length === 1 ? ['a method', 'it'] : [`${unasked.length} methods`, 'them'];
  return `the server offers ${what} (Allow) that the document does not name: ${unasked.slice(0, MOST_NAMED).join(', ')}${more}; not asked, since ${them === 'it' ? 'it writes' : 'they write'}: describe ${them}, or scan with the source`;
}

/** Those that may come to light: a path without a documented GET, as far as it is asked at all. */
export function planOffered(rows: readonly JoinedOperation[], targets: readonly Target[], url: string): readonly PlannedRequest[] {
  const readable = new Set(
    rows.filter(({ method, source }) => method === 'GET' || source !== null).map(({ path }) => operationId('*', path)),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const paths = targets
    .filter(({ id, inert }) => inert !== null && rowOf.has(id) && !readable.has(operationId('*', rowOf.get(id)!.path)))
    .map(({ path }) => path);
  return [...new Set(paths)].map((path) => ({
    method: 'GET',
    url: plannedUrl(url, path),
    headers: [['Accept', 'application/json']],
    why: 'an operation that the document does not name: without a token, with made-up ones and with the valid one, when an answer of the path says that it has GET (Allow)',
  }));
}
