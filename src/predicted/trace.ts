/** Reads the trace of one way through an operation: steps for people, and the facts that verdicts and causes need. */

import { carriesRequest } from '../frameworks/django/request-values.ts';
import type { Outcome } from '../interpreter/outcome.ts';
import type { Code, PyUnknown, Value } from '../interpreter/values.ts';
import type { StepNote, VM } from '../interpreter/vm.ts';
import type { AttemptCounter } from '../model/facts.ts';
import type { Reason } from '../model/verdict.ts';
import { placeOf } from '../python/parse.ts';
import type { Site } from '../python/syntax.ts';

/** A hook of the pipeline that was called, with what it gave or raised. */
export interface HookCall {
  readonly name: string;
  readonly self: Value;
  /** Written in the project. */
  readonly own: boolean;
  /** Whom a check or a change is about, where that is an argument. */
  readonly about: Value | null;
  /** The new password is what the caller gave. */
  readonly setsCallers: boolean;
  /** It compares something that the caller gave, see `demands.ts`. */
  readonly asksCaller: boolean;
  /** Names of the arguments that the caller gave to it. */
  readonly secrets: readonly string[];
  /** The line of the project that led to such a comparison. */
  readonly line: Site | null;
  readonly value: Value | null;
  readonly raised: Value | null;
  /** The last `return` of the project inside of it. */
  readonly returned: Site | null;
  /** A check inside failed or raised before it returned. */
  readonly caught: boolean;
}

export interface Trace {
  readonly steps: readonly Reason[];
  /** The steps that decide: what authenticators, permissions and the project's own raises came to. */
  readonly summary: readonly Reason[];
  readonly hooks: readonly HookCall[];
  /** Names read before the handler, as `header:Authorization`, with where. */
  readonly reads: readonly { readonly name: string; readonly site: Site | null }[];
  readonly handlerReads: readonly { readonly name: string; readonly site: Site | null }[];
  /** What the view does, from its gate on; what the middleware did before, it does at every request. */
  readonly effects: readonly string[];
  /** Rows that were looked up by what the caller, or a mailed token, says. */
  readonly rows: readonly FoundRow[];
  /** Where the answer holds a token that was meant for a mail. */
  readonly gives: Site | null;
  /** Where a mail takes the host of the request into a link with a token. */
  readonly mailsHost: Site | null;
  /** What counts attempts on the way, see the stubs of throttles and lock-outs. */
  readonly counters: readonly AttemptCounter[];
  /** How often the answer rests on the model of the world. */
  readonly facts: number;
  /** What stubs take for granted of code that we do not have, one readable line each. */
  readonly granted: readonly string[];
  /** Name of unknown code that was given something of the request. */
  readonly forgets: string | null;
  /** A function that we do not have has refused what it was to check. */
  readonly isRefused: boolean;
  /** Open forks when the handler was reached; null when it was not. */
  readonly handlerKeys: readonly string[] | null;
  /** Forks that throttles made. */
  readonly throttleKeys: ReadonlySet<string>;
  /** The handler is the project's own; null when it was not reached. */
  readonly handlerOwn: boolean | null;
  /** Where the handler returned. */
  readonly handlerReturn: Site | null;
  /** Where a token's claims were read. */
  readonly claims: Site | null;
  /** The key that a signature was verified with last; `text` where an attacker can read it. */
  readonly key: { readonly kind: 'own' | 'shared'; readonly text: string | null } | null;
  /** Conditions of the handler: branches taken in it. */
  readonly handlerBranches: readonly { readonly site: Site; readonly taken: boolean }[];
}

/** A row, and who chose what it was looked up by. */
export interface FoundRow {
  readonly row: Value;
  readonly model: string;
  readonly by: readonly { readonly path: string; readonly who: 'caller' | 'token' | 'code' | 'data'; readonly symbol: string }[];
}

const MOST_STEPS = 60;

/** Of ways that end alike, the one on which a password was asked for says why. */
function asksCaller(note: unknown): boolean {
  const { data } = note as StepNote;
  return (data as { asksCaller?: true } | undefined)?.asksCaller === true;
}

/** The trace of an outcome. */
export function readTrace(vm: VM, outcome: Outcome): Trace {
  const ways = new Map(vm.explorer.ways.literalsOf(outcome));
  const settle = (value: Value | null): Value | null => {
    let at = value;
    while (at?.k === 'alt') at = at.options[vm.explorer.ways.wayOf(ways, at.key)] ?? null;
    return at;
  };
  const steps: Reason[] = [];
  const summary: Reason[] = [];
  const hooks: HookCall[] = [];
  const reads: { name: string; site: Site | null }[] = [];
  const handlerReads: typeof reads = [];
  const rows: FoundRow[] = [];
  let gives: Site | null = null;
  let mailsHost: Site | null = null;
  const counters: AttemptCounter[] = [];
  const effects = new Set<string>();
  const granted = new Set<string>();
  const handlerBranches: { site: Site; taken: boolean }[] = [];
  let facts = 0;
  let forgets: string | null = null;
  let isRefused = false;
  let handlerKeys: readonly string[] | null = null;
  const throttleKeys = new Set<string>();
  let handlerCode: Code | null = null;
  let handlerOwn: boolean | null = null;
  let handlerReturn: Site | null = null;
  let claims: Site | null = null;
  let key: Trace['key'] = null;
  let lastReturn: Site | null = null;
  let caught = false;
  for (const note of vm.explorer.log.of(outcome, asksCaller) as StepNote[]) {
    const data = (note.data ?? {}) as Record<string, unknown>;
    if (data.fact) facts++;
    if (data.forgets && !forgets && !handlerKeys && carriesRequest(data.value as Value)) forgets = (data.forgets as PyUnknown).symbol;
    if (Array.isArray(data.by)) rows.push({ row: data.row as Value, model: String(data.model), by: data.by as FoundRow['by'] });
    if (data.gives) gives = note.site;
    if (data.mailsHost) mailsHost = note.site;
    if (data.counter) counters.push(data.counter as AttemptCounter);
    if (data.claims) claims = note.site;
    if (typeof data.assumes === 'string') granted.add(data.assumes);
    if (data.refuses) isRefused = true;
    if (data.key) key = data.key as Trace['key'];
    if (data.entersView) effects.clear();
    if (typeof data.effect === 'string') effects.add(note.text);
    if (typeof data.reads === 'string') (handlerKeys ? handlerReads : reads).push({ name: data.reads, site: note.site });
    for (const key of (data.throttleKeys as string[] | undefined) ?? []) throttleKeys.add(key);
    if (Array.isArray(data.handler)) {
      handlerKeys = data.handler as string[];
      handlerCode = data.code as Code;
      handlerOwn = note.site?.unit.own ?? null;
    }
    if ('caught' in data) caught = true;
    if (note.kind === 'return') {
      lastReturn = note.site;
      if (data.code === handlerCode && handlerCode) handlerReturn = note.site;
    }
    if (note.kind === 'branch' && handlerKeys && note.site && typeof data.taken === 'boolean')
      handlerBranches.push({ site: note.site, taken: data.taken });
    if (typeof data.hook === 'string') {
      const self = settle(data.self as Value) ?? (data.self as Value);
      hooks.push({
        name: data.hook,
        self,
        own: data.own === true,
        about: settle((data.about as Value) ?? null),
        setsCallers: data.setsCallers === true,
        asksCaller: data.asksCaller === true,
        secrets: (data.secrets as readonly string[] | undefined) ?? [],
        line: (data.line as Site | null | undefined) ?? null,
        value: settle((data.value as Value) ?? null),
        raised: settle((data.raised as Value) ?? null),
        returned: lastReturn,
        caught,
      });
      lastReturn = null;
      caught = false;
    }
    const text = stepText(vm, note, settle);
    if (!text || steps.length >= MOST_STEPS) continue;
    const step: Reason = note.site ? { text, place: placeOf(note.site) } : { text };
    steps.push(step);
    if (typeof data.hook === 'string' || note.kind === 'raise' || note.kind === 'call') summary.push(step);
  }
  return {
    steps,
    summary,
    hooks,
    reads,
    handlerReads,
    effects: [...effects],
    rows,
    gives,
    mailsHost,
    counters,
    facts,
    granted: [...granted],
    forgets,
    isRefused,
    handlerKeys,
    throttleKeys,
    handlerOwn,
    handlerReturn,
    claims,
    key,
    handlerBranches,
  };
}

/** Hooks that are told also where the library's own code runs. */
const TOLD = new Set(['authenticate', 'has_permission', 'has_object_permission', 'test_func', 'get_permissions']);

/** One line of the path as a person would trace it; null for what only machines need. */
function stepText(vm: VM, note: StepNote, settle: (value: Value | null) => Value | null): string | null {
  const data = (note.data ?? {}) as Record<string, unknown>;
  const shown = (value: unknown) => (value ? vm.repr(settle(value as Value) ?? (value as Value)).slice(0, 60) : 'None');
  if (typeof data.hook === 'string') {
    if (data.own !== true && !TOLD.has(data.hook)) return null;
    if (data.hook === '__call__' || data.hook === 'dispatch' || data.hook === 'process_request' || data.hook === 'process_view')
      return null;
    const self = settle(data.self as Value);
    const owner = self?.k === 'inst' ? `${self.cls.name}.${data.hook}` : note.text.replace('()', '');
    if (data.raised) return `${owner} raises ${raisedName(settle(data.raised as Value))}`;
    const value = settle((data.value as Value) ?? null);
    if (value?.k === 'tuple' && data.hook === 'authenticate') return `${owner} returns (${value.items.map((v) => shown(v)).join(', ')})`;
    return `${owner} returns ${shown(value)}`;
  }
  switch (note.kind) {
    case 'branch':
      return 'caught' in data
        ? `catches ${raisedName(settle(data.caught as Value))}`
        : data.taken
          ? 'this condition holds'
          : 'this condition does not hold';
    case 'return':
      return `returns ${shown(data.value)}`;
    case 'raise':
      // How a framework looks up its own settings and attributes is no step of the request.
      return note.site?.unit.own || !/^raises [A-Z]\w*(:|$)/.test(note.text) ? note.text : null;
    case 'effect':
    case 'call':
      return note.text;
    default:
      return data.reads || data.fact || data.claims ? note.text : null;
  }
}

function raisedName(value: Value | null): string {
  return value?.k === 'inst' ? value.cls.name : 'an exception';
}

/** The conditions of a way that are the attacker's, the world's or the deployment's, one readable line each. */
export function conditionsOf(vm: VM, outcome: Outcome): readonly string[] {
  const out = new Set<string>();
  for (const [key, way] of vm.explorer.ways.literalsOf(outcome)) {
    const condition = vm.explorer.ways.conditions.get(key);
    if (!condition || condition.origin === 'opaque') continue;
    // "Not sent" and "finds nothing" are the plain case and need no word.
    if (condition.origin === 'attacker' && way === 0) continue;
    out.add(condition.ways[way] ?? key);
  }
  return [...out].slice(0, 8);
}

export function opaqueKeysOf(vm: VM, outcome: Outcome): readonly string[] {
  return vm.explorer.ways.forksOf(outcome, (key) => vm.explorer.ways.conditions.get(key)?.origin === 'opaque');
}
