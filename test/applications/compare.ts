/**
 * Compares the rows of `unlatched routes` with the truth. Rows are joined on method and path with the parameter names dropped; several under
 * one key are paired by equal view and action first, then in order. A list that is null is undecided: neither right nor wrong.
 */

/** A policy element: a dotted class name, or an operator. A list is AND. */
type Expression = string | { readonly or: readonly Expression[] } | { readonly and: readonly Expression[] } | { readonly not: Expression };

export interface SaidVerdict {
  readonly verdict: string;
  readonly stage?: string | null;
  readonly status?: number | null;
  readonly reasons?: readonly { readonly text: string }[];
}

/** A row of the routes document, or of a truth file (which has `shadowed`, `gate`, and leaves out what is null or false). */
export interface Row {
  readonly method: string;
  readonly path: string;
  readonly kind?: string;
  readonly format_suffix?: boolean;
  readonly view?: string | null;
  readonly action?: string | null;
  readonly authenticators?: readonly Expression[] | null;
  readonly permissions?: readonly Expression[] | null;
  readonly throttles?: readonly Expression[] | null;
  readonly route_file?: string | null;
  readonly route_line?: number | null;
  readonly reachable?: boolean;
  readonly unknown?: string | null;
  readonly verdicts?: Readonly<Record<string, SaidVerdict>>;
  readonly shadowed?: boolean;
  readonly handler_wrapped?: boolean;
  /** Status that the real gate gave: 299 stands for "the handler was reached". */
  readonly gate?: { readonly missing?: number | string; readonly garbage?: number | string } | null;
}

export interface Mismatch {
  readonly kind:
    | 'missing'
    | 'extra'
    | 'view'
    | 'policy'
    | 'undecided'
    | 'reachable'
    | 'false-reject'
    | 'false-admit'
    | 'crash'
    | 'gate-undecided';
  readonly key: string;
  /** What the mismatches with one cause have in common. */
  readonly group: string;
}

export interface Gate {
  judged: number;
  agree: number;
  falseRejects: number;
  falseAdmits: number;
  crashes: number;
  undecided: number;
}

export interface Comparison {
  readonly truthRows: number;
  readonly candidateRows: number;
  readonly found: number;
  /** Rows whose three lists were compared and decided, and those that were exactly right. */
  readonly judged: number;
  readonly decided: number;
  readonly right: number;
  readonly gate: Gate;
  readonly mismatches: readonly Mismatch[];
}

const POLICY = ['authenticators', 'permissions', 'throttles'] as const;
const PROBES = { 'no-token': 'missing', 'garbage-token': 'garbage' } as const;

export interface CompareOptions {
  /** Kinds to look at; null for all. */
  readonly kinds: readonly string[] | null;
  /** Leaves out rows that no request reaches. */
  readonly reachableOnly: boolean;
}

/** Compares; pure. Format-suffix twins are left out on both sides. */
export function compare(truth: readonly Row[], candidate: readonly Row[], options: CompareOptions): Comparison {
  const wanted = (row: Row) => !row.format_suffix && (options.kinds === null || options.kinds.includes(row.kind ?? 'drf'));
  const alive = (row: Row) => !options.reachableOnly || !isDead(row);
  const candidates = byKey(candidate.filter(wanted));
  const mismatches: Mismatch[] = [];
  const pairs: [string, Row, Row | null][] = [];
  let truthRows = 0;
  let extras = 0;
  for (const [key, rows] of byKey(truth.filter(wanted))) {
    const { paired, missing, rest } = pair(rows, candidates.get(key) ?? []);
    candidates.set(key, rest);
    // A dead row takes its partner along.
    for (const [row, said] of paired) if (alive(row)) pairs.push([key, row, said]);
    for (const row of missing) {
      if (!alive(row)) continue;
      pairs.push([key, row, null]);
      mismatches.push({ kind: 'missing', key, group: row.view ?? '?' });
    }
  }
  for (const [key, rows] of candidates) {
    for (const row of rows) {
      if (!alive(row)) continue;
      extras += 1;
      mismatches.push({ kind: 'extra', key, group: `${row.route_file ?? '?'}:${row.route_line ?? '?'} ${row.view ?? row.unknown ?? ''}` });
    }
  }
  truthRows = pairs.length;
  const found = pairs.filter(([, , said]) => said !== null).length;
  let judged = 0;
  let decided = 0;
  let right = 0;
  const gate: Gate = { judged: 0, agree: 0, falseRejects: 0, falseAdmits: 0, crashes: 0, undecided: 0 };
  for (const [key, row, said] of pairs) {
    judgeGate(gate, mismatches, key, row, said);
    if (!said) continue;
    if (!sameName(row.view, said.view)) mismatches.push({ kind: 'view', key, group: `${row.view} is not ${said.view ?? said.unknown}` });
    if (row.reachable !== false && said.reachable === false)
      mismatches.push({ kind: 'reachable', key, group: `hidden by mistake: ${row.view}` });
    if (row.reachable === false && said.reachable !== false)
      mismatches.push({ kind: 'reachable', key, group: `not seen to be hidden: ${row.view}` });
    const lists = POLICY.filter((field) => Array.isArray(row[field]));
    if (lists.length === 0) continue;
    judged += 1;
    const open = lists.filter((field) => !Array.isArray(said[field]));
    if (open.length > 0) {
      mismatches.push({ kind: 'undecided', key, group: said.unknown ?? `${open.join(', ')} without a reason` });
      continue;
    }
    decided += 1;
    const wrong = lists.filter((field) => !sameBag(row[field]!.map(flatten), said[field]!.map(flatten), field === 'authenticators'));
    if (wrong.length === 0) right += 1;
    for (const field of wrong)
      mismatches.push({
        kind: 'policy',
        key,
        group: `${field} of ${row.view}: ${JSON.stringify(row[field])} is not ${JSON.stringify(said[field])}`,
      });
  }
  return { truthRows, candidateRows: found + extras, found, judged, decided, right, gate, mismatches };
}

/** The truth ran without middleware and with an empty handler: a rejection by middleware is not judged, one by the handler is a gate that admits. */
function judgeGate(gate: Gate, mismatches: Mismatch[], key: string, row: Row, candidate: Row | null): void {
  for (const [probe, field] of Object.entries(PROBES)) {
    const status = row.gate?.[field];
    const real = status === 299 ? 'admits' : status === 401 || status === 403 || status === 302 ? 'rejects' : null;
    if (real === null) continue;
    const said = candidate?.verdicts?.[probe];
    const reason = said?.reasons?.at(-1)?.text ?? (candidate ? 'no reason' : 'the row was not found');
    if (!said || !['rejects', 'admits', 'crashes'].includes(said.verdict)) {
      gate.judged += 1;
      gate.undecided += 1;
      if (candidate?.verdicts) mismatches.push({ kind: 'gate-undecided', key: `${probe} ${key}`, group: reason });
      continue;
    }
    if (said.verdict !== 'admits' && (said.stage === 'middleware' || (!said.stage && row.handler_wrapped))) continue;
    gate.judged += 1;
    const seen = said.stage === 'handler' ? 'admits' : said.verdict;
    if (seen === real) gate.agree += 1;
    else if (seen === 'crashes') gate.crashes += 1;
    else if (seen === 'rejects') gate.falseRejects += 1;
    else gate.falseAdmits += 1;
    if (seen !== real) {
      const kind = seen === 'crashes' ? 'crash' : seen === 'rejects' ? 'false-reject' : 'false-admit';
      mismatches.push({ kind, key: `${probe} ${key}`, group: `${row.view} answers ${status}: ${reason}` });
    }
  }
}

function isDead(row: Row): boolean {
  return row.shadowed === true || row.reachable === false;
}

function byKey(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.method.toUpperCase()} ${row.path.replace(/\{[^{}]*\}/g, '{}')}`;
    const list = map.get(key);
    if (list) list.push(row);
    else map.set(key, [row]);
  }
  return map;
}

function pair(truth: readonly Row[], candidates: readonly Row[]): { paired: [Row, Row][]; missing: Row[]; rest: Row[] } {
  const rest = [...candidates];
  const paired: [Row, Row][] = [];
  const waiting: Row[] = [];
  for (const row of truth) {
    const at = rest.findIndex((c) => (c.view ?? null) === (row.view ?? null) && (c.action ?? null) === (row.action ?? null));
    if (at >= 0) paired.push([row, rest.splice(at, 1)[0]!]);
    else waiting.push(row);
  }
  const missing: Row[] = [];
  for (const row of waiting) {
    const next = rest.shift();
    if (next) paired.push([row, next]);
    else missing.push(row);
  }
  return { paired, missing, rest };
}

/** Equal, or the same class seen through a re-export of its package. */
function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  if ((a ?? null) === (b ?? null)) return true;
  if (!a || !b) return false;
  const last = (name: string) => name.slice(name.lastIndexOf('.') + 1);
  return a.includes('.') && last(a) === last(b) && a.split('.')[0] === b.split('.')[0];
}

/** `A | (B | C)` is `A | B | C`. */
function flatten(expression: Expression): Expression {
  if (typeof expression === 'string') return expression;
  if ('not' in expression) return { not: flatten(expression.not) };
  const operator = 'or' in expression ? 'or' : 'and';
  const parts = ('or' in expression ? expression.or : expression.and).map(flatten).flatMap((part): readonly Expression[] => {
    const inner = typeof part === 'string' ? undefined : (part as Record<string, readonly Expression[]>)[operator];
    return inner ?? [part];
  });
  return operator === 'or' ? { or: parts } : { and: parts };
}

function sameExpression(a: Expression, b: Expression): boolean {
  if (typeof a === 'string' || typeof b === 'string') return typeof a === 'string' && typeof b === 'string' && sameName(a, b);
  if ('not' in a || 'not' in b) return 'not' in a && 'not' in b && sameExpression(a.not, b.not);
  if ('or' in a) return 'or' in b && sameBag(a.or, b.or, false);
  return 'and' in b && sameBag(a.and, b.and, false);
}

/** Equal without order (an AND or OR does not care), or in order (authenticators: the first one that takes a request decides). */
function sameBag(a: readonly Expression[], b: readonly Expression[], ordered: boolean): boolean {
  if (a.length !== b.length) return false;
  if (ordered) return a.every((item, i) => sameExpression(item, b[i]!));
  const left = [...b];
  return a.every((item) => {
    const exact = left.findIndex((other) => JSON.stringify(other) === JSON.stringify(item));
    const at = exact >= 0 ? exact : left.findIndex((other) => sameExpression(item, other));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}
