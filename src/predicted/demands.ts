/**
 * What a request without a token is asked for, a password, a code or a secret to look something up by, and whether anything
 * counts how often. Told by the checks that are called on its ways; an attacker's password is never the right one, so each way
 * shows what a wrong one leads to.
 */
import { ownSite } from '../interpreter/calls.ts';
import { optionsThere } from '../interpreter/presence.ts';
import type { PyFunc, Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { AttemptCounter } from '../model/facts.ts';
import type { Site } from '../python/syntax.ts';
import type { Ending } from './ending.ts';

/**
 * Functions and methods of Django and its libraries that compare what a caller gives with what is kept of a user. Those of a project
 * with the same name replace them; a `verify_token` of its own may as well look at the signature of something that nobody guesses.
 */
const CHECKS: Readonly<Record<string, AskedFor>> = {
  authenticate: 'password',
  check_password: 'password',
  check_token: 'mailed token',
  verify_token: 'one-time code',
};

export type AskedFor = 'password' | 'mailed token' | 'one-time code' | 'secret';

/** One comparison with what the caller gave. */
export interface Check {
  readonly what: AskedFor;
  /** The line of the project that leads there, when there is one. */
  readonly site: Site | null;
}

export interface Demands {
  readonly checks: readonly Check[];
  /** What counts the attempts on each way that comes to a check. */
  readonly counters: readonly (readonly AttemptCounter[])[];
  /** A way that ends because something was asked too often, or a condition that reads as if; in words. */
  readonly limit: string | null;
  /** Without a right password, or code, every way ends in a refusal. */
  readonly turnsAway: boolean;
  /** The same, or after a wrong one a handler that is not the project's shows its page once more. */
  readonly asPage: boolean;
  /** Every way ends in the page of a handler that is not the project's. */
  readonly isPage: boolean;
  /** Where the answer of a way that was asked nothing holds a token that belongs into a mail. */
  readonly gives: Site | null;
  /** Where a mail takes the host of the request into a link with a token. */
  readonly mailsHost: Site | null;
  /** Some way is answered before the handler, by `dispatch` or a decorator. */
  readonly beforeHandler: boolean;
}

/** Names under which backends take what only the user knows: the name of a user alone is no secret. */
const SECRET = /pass|word|secret|code|otp|pin|token|key|credential/i;

/** The arguments of a comparison that the caller gave, by name; none for other calls. */
function asksCaller(func: PyFunc, given: ReadonlyMap<string, Value>): readonly string[] {
  if (!(func.name in CHECKS) || (func.name === 'verify_token' && !/^django_otp\b/.test(func.unit.module))) return [];
  const named = [...given].flatMap(([name, value]) =>
    value.k === 'dict'
      ? [...value.entries.values()].map((entry) => [entry.key.k === 'str' ? entry.key.v : '', entry.value] as const)
      : [[name, value] as const],
  );
  return named.filter(([name, value]) => (func.name !== 'authenticate' || SECRET.test(name)) && isCallers(value)).map(([name]) => name);
}

/** What a call tells of itself for `Demands` and `PasswordSet`; to be asked while its way is under way. */
export function accountNote(vm: VM, func: PyFunc, given: ReadonlyMap<string, Value>): object {
  const secrets = asksCaller(func, given);
  const password = func.name === 'set_password' ? given.get('raw_password') : undefined;
  return {
    ...(secrets.length > 0 ? { asksCaller: true, secrets, line: ownSite(vm, null) } : {}),
    ...(func.name === 'check_token' ? { about: given.get('user') } : {}),
    ...(password && isCallers(password) ? { setsCallers: true, line: ownSite(vm, null) } : {}),
  };
}

function isCallers(value: Value): boolean {
  return optionsThere(value).some((option) => option.k === 'unknown' && option.origin === 'attacker');
}

/**
 * What the ways of one request have in common.
 * @param secret where, on one of them, something is looked up by a secret that the caller gives
 */
export function demandsOf(endings: readonly Ending[], secret: { readonly site: Site | null; readonly isShort?: boolean } | null): Demands {
  const checks = new Map<string, Check>();
  for (const { trace } of endings) {
    const callers = trace.hooks.filter((hook) => hook.asksCaller);
    for (const { name, line, secrets } of callers) {
      const mailed = name === 'authenticate' && secrets.length > 0 && secrets.every((secret) => /token|key|link/i.test(secret));
      const what = mailed ? 'mailed token' : CHECKS[name]!;
      checks.set(what, { what, site: checks.get(what)?.site ?? line });
    }
  }
  const what = secret?.isShort ? 'one-time code' : 'secret';
  if (secret !== null) checks.set(what, { what, site: secret.site });
  const ways = endings.filter((ending) => !ending.aside);
  return {
    checks: [...checks.values()],
    counters: askedOn(endings).map(({ trace }) => trace.counters),
    limit: limitIn(endings),
    turnsAway: ways.every((way) => gainsNothing(way, secret !== null)),
    asPage: ways.every((way) => gainsNothing(way) || (isPage(way) && way.trace.hooks.some((hook) => hook.asksCaller))),
    isPage: ways.every(isPage),
    gives: ways.find((way) => isAnswered(way) && way.trace.gives && !way.trace.hooks.some((hook) => hook.asksCaller))?.trace.gives ?? null,
    mailsHost: ways.find((way) => way.trace.mailsHost)?.trace.mailsHost ?? null,
    beforeHandler: ways.some(({ kind, stage }) => kind === 'admits' && stage === 'gate'),
  };
}

/** The ways that come to a check: a comparison tells of none, so that it may be any that comes to the handler. */
function askedOn(endings: readonly Ending[]): readonly Ending[] {
  const calls = endings.filter(({ trace }) => trace.hooks.some((hook) => hook.asksCaller));
  return calls.length > 0 ? calls : endings.filter(({ trace }) => trace.handlerKeys !== null);
}

/** The handler answered, and not with a refusal. */
function isAnswered({ kind, status }: Ending): boolean {
  return kind === 'admits' && (status === null || status < 400);
}

/** Words of conditions under which a project refuses who has failed before. */
const LIMIT = /attempt|fail(ed|ure)|lock|block|banned|throttl|ratelimit|rate_limit|limited|tries|retr(y|ies)|cool_?down|too many/i;

/** A project's own counter shows in a way that ends in 429, or in a condition that names it. */
function limitIn(endings: readonly Ending[]): string | null {
  if (endings.some(({ status }) => status === 429)) return 'a way ends in 429 Too Many Requests';
  const condition = endings.flatMap(({ conditions }) => conditions).find((text) => LIMIT.test(text));
  return condition ?? null;
}

/** Whether whoever goes this way has nothing of it. */
function gainsNothing({ kind, status, raised, everyOpaque, trace }: Ending, asksSecret = false): boolean {
  if (kind !== 'admits') return kind !== 'unknown';
  const check = trace.hooks.findLast((hook) => hook.asksCaller);
  const answer = check?.raised ? null : (check?.value ?? null);
  // Somebody was recognised: all right where code that we do not have said so, else a wrong password was taken.
  if (answer && answer.k !== 'none' && !(answer.k === 'bool' && !answer.v))
    return everyOpaque.length > 0 || (answer.k === 'unknown' && answer.origin !== 'attacker');
  const refused = raised || (status !== null && status >= 400);
  // Who has failed a check may be written down.
  return refused && (check !== undefined || asksSecret || trace.effects.length === 0);
}

/** What a view of the framework shows: its own form. A handler of the project may hand out anything. */
function isPage({ trace, stage }: Ending): boolean {
  return trace.effects.length === 0 && (stage === 'gate' || trace.handlerOwn === false);
}
