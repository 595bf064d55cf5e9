/** What one way through an operation came to: how the answer that Django would give is read. */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import type { Outcome } from '../interpreter/outcome.ts';
import { optionsThere } from '../interpreter/presence.ts';
import type { Value } from '../interpreter/values.ts';
import { isLoginAddress } from '../model/login-address.ts';
import type { Stage, VerdictKind } from '../model/verdict.ts';
import { readable } from './readable.ts';
import { conditionsOf, opaqueKeysOf, readTrace, type Trace } from './trace.ts';

/** What one way through the operation came to. */
export interface Ending {
  readonly kind: VerdictKind;
  readonly status: number | null;
  readonly stage: Stage;
  readonly trace: Trace;
  /** Conditions of the way, readable. */
  readonly conditions: readonly string[];
  /** Forks on code that we do not have, before the handler was reached (all of them when it was not). */
  readonly opaque: readonly string[];
  /** All forks on code that we do not have, those in the handler too. */
  readonly everyOpaque: readonly string[];
  /** It rests on what the database, a cache or the like holds. */
  readonly byData: boolean;
  /** Why the ending is unknown. */
  readonly why: string | null;
  /** Answered before the gate for another reason than the credential: nobody gets in that way, and nobody is turned away for good. */
  readonly aside: boolean;
  /** The handler raised something that is no refusal of 401, 403 or 404. */
  readonly raised: boolean;
  /** A server error that a program which is in use hardly has. */
  readonly mistake: boolean;
}

/** Why the answer of a handler is not known that raises something. */
export const HANDLER_RAISES = 'the handler raises an exception';
/** The same where the exception says that the credential is missing or wrong. */
export const HANDLER_REFUSES = 'the handler lets the exception of a missing or wrong credential through';
/** Why the answer is not known where the object that is asked for was not given out yet. */
export const CHECK_RAISES = 'the check of the object raises an exception';
export const CHECK_WITHOUT_END = 'the check of the object was not followed to its end';

/**
 * The ending of one outcome, whose value is what `answerOf` gives.
 * @param reached how far the request came: `middleware`, `gate`, `wrapped` (a decorator behind the gate) or `handler`
 * @param anyMethod whether the view itself says which methods it takes
 */
export function endingOf(django: LoadedDjango, outcome: Outcome, reached: string, anyMethod: boolean): Ending {
  const { vm, world, settings } = django;
  const trace = readTrace(vm, outcome);
  const conditions = conditionsOf(vm, outcome);
  const everyOpaque = opaqueKeysOf(vm, outcome).filter((key) => !trace.throttleKeys.has(key));
  // What was decided on the way to the handler and joined since, because all ways end alike, decides nothing.
  const opaque = trace.handlerKeys?.filter((key) => everyOpaque.includes(key)) ?? everyOpaque;
  const byData = vm.explorer.ways.forksOf(outcome, (key) => vm.explorer.ways.conditions.get(key)?.origin === 'world').length > 0;
  const base = { trace, conditions, opaque, everyOpaque, byData, aside: false, raised: false, mistake: false };
  if (outcome.ended.how === 'raise') {
    const value = outcome.ended.value!;
    const name = value.k === 'inst' ? value.cls.name : value.k;
    return { ...base, kind: 'crashes', status: 500, stage: trace.handlerKeys ? 'handler' : 'gate', why: `${name} is not caught` };
  }
  const [response, status, location, told, error, isEmpty] = (outcome.ended.value as Value & { k: 'tuple' }).items;
  const stage: Stage = reached === 'middleware' ? 'middleware' : reached === 'gate' ? 'gate' : 'handler';
  const code = status?.k === 'num' ? status.v : null;
  // What the exception says that the answer was made of: an exception handler may put it into an envelope of 200.
  const refused = told?.k === 'num' ? told.v : null;
  const ending = (kind: VerdictKind, why: string | null = null): Ending => ({ ...base, kind, status: code, stage, why });
  const aside = (why: string): Ending => ({ ...ending('unknown', why), aside: true });
  const to = location?.k === 'str' ? location.v : '';
  const loginUrl = settings.get('LOGIN_URL');
  const toLogin = isMadeOf(location, loginUrl) || leadsToLogin(to, loginUrl?.k === 'str' ? loginUrl.v : '', world.loginPaths);
  const redirects = code !== null && code >= 300 && code < 400;
  if (reached === 'handler') {
    if (isRefusal(code) || isRefusal(refused)) return ending('rejects');
    // Who does not pass a check of code that we do not have, and changes nothing, is turned away in whatever words.
    if (trace.isRefused && (code === null || code >= 400) && trace.effects.every(isRead))
      return { ...ending('rejects'), status: code ?? 500 };
    // Whoever has written something is sent on afterwards, wherever to.
    if (redirects && toLogin && trace.effects.every(isRead)) return ending('rejects');
    if (code === 405 && anyMethod) return ending('rejects');
    // What the server does not do for such a request (RFC 9110, 15.6.2), it does for nobody: a signature of another kind, say.
    if (code === 501 && trace.effects.every(isRead)) return ending('crashes', 'the handler answers that it does not support this');
    if (code !== null && code >= 500) return ending('admits', 'the handler ends in an error');
    // Nobody gets anything but a server error, unless something was written before.
    const why = response?.k === 'unknown' && trace.effects.every(isRead) ? response.reason : null;
    if (why === HANDLER_REFUSES)
      return { ...ending('crashes', 'an exception about a missing or wrong credential is not caught'), status: 500 };
    if (why === CHECK_RAISES) return { ...ending('crashes', why), status: 500 };
    if (why === CHECK_WITHOUT_END) return ending('unknown', why);
    return { ...ending('admits'), raised: response?.k === 'unknown' && response.reason === HANDLER_RAISES };
  }
  if (code === null)
    return ending(
      'unknown',
      response?.k === 'unknown' ? `${readable(response.symbol).slice(0, 100)}: ${response.reason}` : 'the answer is not known',
    );
  if (isRefusal(code)) return ending('rejects');
  // Nobody got in: the handler was not reached.
  if (code < 300 && refused !== null && (isRefusal(refused) || [404, 405].includes(refused) || refused >= 500)) return ending('rejects');
  if (code < 300 && refused !== null && refused >= 400) return aside(`answers an exception of ${refused} before the handler`);
  // As in the handler: a check of code that we do not have was not passed, and nobody caught what it raised.
  if (code >= 500 && trace.isRefused && trace.effects.every(isRead)) return ending('rejects');
  if (code >= 500) return { ...ending('crashes', 'a server error before the handler'), mistake: isMistake(error) };
  if (redirects)
    return toLogin || reached !== 'middleware' ? ending('rejects') : aside(`redirects to ${to || 'an address that is not known'}`);
  // The path and the method are those of the operation: it is not answered at all.
  if (code === 404 || code === 405) return ending('rejects');
  // Some other complaint about the request: 400, 406, 409, 415, 429, ...
  if (code >= 400) return aside(`answers ${code} before the handler`);
  // An answer without content gives nothing away: a view that answers so is another matter than a middleware.
  const saysNothing = code === 204 || (reached === 'middleware' && isEmpty?.k === 'bool' && isEmpty.v);
  if (saysNothing && trace.effects.every(isRead)) return aside(`answers ${code}, and nothing else, before the handler`);
  if (world.request?.override && code < 300) return aside('another operation answered: the override was not honoured');
  return ending('admits');
}

function isRead(effect: string): boolean {
  return effect.startsWith('db-read');
}

function isRefusal(status: number | null): boolean {
  return status === 401 || status === 403;
}

const MISTAKES = new Set(['AttributeError', 'ImportError', 'NameError', 'TypeError']);

/** Whether the exception behind a server error says that the program is wrong, and not that something is missing or does not fit. */
function isMistake(error: Value | undefined): boolean {
  return (error === undefined ? [] : optionsThere(error)).some(
    (cls) => cls.k === 'class' && cls.mro.some(({ module, name }) => module === 'builtins' && MISTAKES.has(name)),
  );
}

/** Whether an address that only the deployment knows is another such address, or one with something added. */
function isMadeOf(address: Value | undefined, part: Value | null): boolean {
  if (address?.k !== 'unknown' || part?.k !== 'unknown') return false;
  const [before, ...rest] = address.symbol.split(part.symbol);
  // `env:LOGIN_URL` is no part of `env:LOGIN_URL_OF_STAFF`.
  return rest.length > 0 && !/\w$/.test(before!) && !/^[\w.[]/.test(rest[0]!);
}

/** Whether a redirect leads to the login: the one of the settings, or an address that is named like one or whose view is. */
function leadsToLogin(to: string, loginUrl: string, loginPaths: ReadonlySet<string>): boolean {
  const pathOf = (address: string) => address.replace(/[?#].*$/, '');
  if (to === '') return false;
  if (loginUrl !== '' && pathOf(to) === pathOf(loginUrl)) return true;
  if (loginPaths.has(pathOf(to))) return true;
  const names = [...to.matchAll(/[?&]([^=&#]+)=/g)].map((match) => match[1]!);
  return isLoginAddress(pathOf(to), names);
}
