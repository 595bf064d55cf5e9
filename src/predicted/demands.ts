/**
 * What a request without a token is asked for: a password, a code from a mail, and whether anything counts how often. Told by the checks
 * that are called on its ways; an attacker's password is never the right one, so each way shows what a wrong one leads to.
 */
import type { PyFunc, Value } from '../interpreter/values.ts';
import type { Site } from '../python/syntax.ts';
import type { Ending } from './conclude.ts';

/** Functions and methods of Django and its libraries that compare what a caller gives with what is kept of a user. */
const CHECKS: Readonly<Record<string, AskedFor>> = {
  authenticate: 'password',
  check_password: 'password',
  check_token: 'mailed token',
  verify_token: 'one-time code',
};

export type AskedFor = 'password' | 'mailed token' | 'one-time code';

/** One comparison with what the caller gave. */
export interface Check {
  readonly what: AskedFor;
  /** By way of Django's `authenticate`, where backends may count the failures. */
  readonly byBackend: boolean;
  /** The line of the project that leads there, when there is one. */
  readonly site: Site | null;
}

export interface Demands {
  readonly checks: readonly Check[];
  /** Without a right password, or code, every way ends in a refusal. */
  readonly turnsAway: boolean;
  /** The same, or after a wrong one a handler that is not the project's shows its page once more. */
  readonly asPage: boolean;
  /** Every way ends in the page of a handler that is not the project's. */
  readonly isPage: boolean;
}

/** Names under which backends take what only the user knows: the name of a user alone is no secret. */
const SECRET = /pass|word|secret|code|otp|pin|token|key|credential/i;

/** Whether a call is a comparison with something that the caller gave; to be asked while its way is under way. */
export function asksCaller(func: PyFunc, given: ReadonlyMap<string, Value>): boolean {
  if (!(func.name in CHECKS)) return false;
  const named = [...given].flatMap(([name, value]) =>
    value.k === 'dict'
      ? [...value.entries.values()].map((entry) => [entry.key.k === 'str' ? entry.key.v : '', entry.value] as const)
      : [[name, value] as const],
  );
  return named.some(([name, value]) => (func.name !== 'authenticate' || SECRET.test(name)) && isCallers(value));
}

function isCallers(value: Value): boolean {
  if (value.k === 'alt') return value.options.some((option) => option.k !== 'absent' && isCallers(option));
  return value.k === 'unknown' && value.origin === 'attacker';
}

/** What the ways of one request have in common. */
export function demandsOf(endings: readonly Ending[]): Demands {
  const checks = new Map<string, Check>();
  for (const { trace } of endings) {
    const callers = trace.hooks.filter((hook) => hook.asksCaller);
    const byBackend = callers.some((hook) => hook.name === 'authenticate');
    for (const { name, line } of callers) {
      const what = CHECKS[name]!;
      const known = checks.get(what);
      checks.set(what, { what, byBackend: byBackend && (known?.byBackend ?? true), site: known?.site ?? line });
    }
  }
  const ways = endings.filter((ending) => !ending.aside);
  return {
    checks: [...checks.values()],
    turnsAway: ways.every((way) => gainsNothing(way)),
    asPage: ways.every((way) => gainsNothing(way) || (isPage(way) && way.trace.hooks.some((hook) => hook.asksCaller))),
    isPage: ways.every(isPage),
  };
}

/** Whether whoever goes this way has nothing of it. */
function gainsNothing({ kind, status, raised, everyOpaque, trace }: Ending): boolean {
  if (kind !== 'admits') return kind !== 'unknown';
  const check = trace.hooks.findLast((hook) => hook.asksCaller);
  const answer = check?.raised ? null : (check?.value ?? null);
  // Somebody was recognised: all right where code that we do not have said so, else a wrong password was taken.
  if (answer && answer.k !== 'none' && !(answer.k === 'bool' && !answer.v))
    return everyOpaque.length > 0 || (answer.k === 'unknown' && answer.origin !== 'attacker');
  const refused = raised || (status !== null && status >= 400);
  // Who has failed a check may be written down.
  return refused && (check !== undefined || trace.effects.length === 0);
}

/** What a view of the framework shows: its own form. A handler of the project may hand out anything. */
function isPage({ trace, stage }: Ending): boolean {
  return trace.effects.length === 0 && (stage === 'gate' || trace.handlerOwn === false);
}
