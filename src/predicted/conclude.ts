/** The verdict over all ways through an operation. */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import type { VM } from '../interpreter/vm.ts';
import type { Probe } from '../model/probe.ts';
import { type Reason, unknownVerdict, type Verdict } from '../model/verdict.ts';
import { type Check, checksFailed } from './checks.ts';
import { type Demands, demandsOf } from './demands.ts';
import type { Ending } from './ending.ts';
import { type PasswordSet, passwordsSet } from './password-sets.ts';
import { readable, readableVerdict } from './readable.ts';

/** The answer to one probe with everything that causes and `explain` need. */
export interface Shot {
  readonly verdict: Verdict;
  /** The ending that decided. */
  readonly deciding: Ending | null;
  /** A bound stopped it before its end. */
  readonly isCut?: boolean;
  /** The checks that turned it away on all ways that rest on the model of the world, where it was those. */
  readonly checks?: readonly Check[];
  /** What a request without a credential is asked for on its ways; for that probe only. */
  readonly demands?: Demands;
  /** It is turned away with a complaint about the request, or sent on: what that means, only the valid token shows that meets the same. */
  readonly complains?: true;
  /** Every way ends in a refusal, or in a complaint of the handler after which nothing is done. */
  readonly noUse?: true;
  /** Passwords that are set on its ways. */
  readonly passwords?: readonly PasswordSet[];
}

/** An authenticator answered with somebody. */
export function takesToken(ending: Ending): boolean {
  return ending.trace.hooks.some((hook) => hook.name === 'authenticate' && hook.value !== null && hook.value.k !== 'none');
}

/** Whoever goes this way is turned away, or answered by the handler with a complaint (400 and the like), and nothing was done. */
function isNoUse({ kind, stage, status, aside, trace }: Ending): boolean {
  if (kind !== 'admits') return kind !== 'unknown' || aside;
  return stage === 'handler' && status !== null && status >= 400 && status < 500 && trace.effects.length === 0;
}

/**
 * The verdict over all ways: an attacker takes the way that gets in; code that we do not have leaves it open.
 * @param anyMethod a plain view, which says itself what it answers
 */
export function conclude(django: LoadedDjango, probe: Probe, endings: readonly Ending[], anyMethod = false): Shot {
  const { vm } = django;
  const demands = probe.sends.material === 'none' ? demandsOf(endings, django.world.secretAsked) : undefined;
  const passwords = passwordsSet(probe, endings);
  const more = {
    ...(demands ? { demands } : {}),
    ...(passwords.length > 0 ? { passwords } : {}),
    ...(probe.secure === 'rejects' && endings.every(isNoUse) ? { noUse: true as const } : {}),
  };
  const shot = (verdict: Verdict, deciding: Ending | null): Shot => ({ verdict: readableVerdict(verdict), deciding, ...more });
  const missed = (e: Ending) => e.kind === 'admits' && e.stage === 'handler' && e.status === 404 && e.trace.effects.length === 0;
  // A plain view that only ever says that nothing is there has nothing to give; of an API that is the answer to a number.
  const nothing = anyMethod && endings.length > 0 && endings.every(missed);
  const refused: readonly Ending[] = endings.flatMap((e) => (nothing ? [{ ...e, kind: 'rejects' }] : e.kind === 'rejects' ? [e] : []));
  const complaints = complaintsAlone(probe, endings);
  const rejects = complaints ?? refused;
  // Where whoever finds something is turned away, to find nothing is not to get in.
  const turnsAway = rejects.some((e) => e.stage === 'handler');
  // Of the right token it says at least that it was taken, where what else it comes to is open.
  const isNothing = probe.secure === 'rejects' || endings.every((e) => e.kind !== 'admits' || missed(e));
  const admits = endings.filter((e) => e.kind === 'admits' && !(turnsAway && isNothing && missed(e)));
  // Whom the complaint does not meet gets in, is turned away, or gets a server error.
  const decided = endings.some((e) => e.kind !== 'unknown');
  const open = complaints ? [] : endings.filter((e) => e.kind === 'unknown' && !(e.aside && decided));
  const of = (ending: Ending): Verdict => ({
    verdict: ending.kind,
    ...(ending.status === null ? {} : { status: ending.status }),
    stage: ending.stage,
    conditions: ending.conditions,
    reasons: reasonsOf(ending, probe),
    ...(ending.trace.effects.length
      ? { effect: ending.trace.effects.join(', ') }
      : isRedirectOnly(ending)
        ? { effect: 'nothing but a redirect' }
        : {}),
  });
  // Where a handler turns callers away itself, what it asks of code that we do not have is part of the gate.
  const asks = rejects.some((e) => e.stage === 'handler');
  const sure = admits.filter((e) => (asks ? e.everyOpaque : e.opaque).length === 0).sort(byPlainness);
  const closed = rejects.filter((e) => e.stage !== 'handler');
  if (sure[0]) return shot(of(sure[0]), sure[0]);
  if (admits.length > 0 && rejects.length === 0 && open.length === 0) return shot(of(admits.sort(byPlainness)[0]!), admits[0]!);
  if (admits.length > 0) {
    const ending = admits.sort(byPlainness)[0]!;
    return shot({ ...unknownVerdict(openText(vm, ending, endings)), conditions: ending.conditions }, ending);
  }
  if (open.length > 0) return shot({ ...unknownVerdict(open[0]!.why ?? 'the answer is not known'), stage: open[0]!.stage }, open[0]!);
  const forgetful = endings.find((e) => e.trace.forgets);
  if (rejects.length > 0 && forgetful) {
    return shot(unknownVerdict(`${forgetful.trace.forgets} is not known and may let the request in`), forgetful);
  }
  // A server lets somebody through to its views. Where we see nobody arrive, and a mistake on the way, the mistake may be ours.
  const mistake = endings.every((e) => e.stage === 'middleware') ? endings.find((e) => e.mistake) : undefined;
  if (rejects.length > 0 && mistake)
    return shot(unknownVerdict('no request was seen to pass the middleware, which ends in an error'), mistake);
  if (rejects.length > 0) {
    const all = closed.length ? closed : rejects;
    // Of the right token, what comes after an authenticator has taken it.
    const taken = probe.sends.material === 'valid' ? all.filter(takesToken) : [];
    const among = taken.length ? taken : all;
    // One that can say why, before a middleware that turns away some requests for what else they carry.
    const told = among.filter((e) => reasonsOf(e, probe).length > 0);
    const deciding = (told.length ? told : among).toSorted(byPlainness)[0]!;
    const verdict: Verdict = { ...of(deciding), conditions: [] };
    if (complaints) return { ...shot(verdict, deciding), complains: true };
    const resting = rejects.filter((e) => e.trace.facts > 0);
    if (resting.length === 0) return shot({ ...verdict, standsAlone: true }, deciding);
    const checks = checksFailed(resting);
    return { ...shot(verdict, deciding), ...(checks ? { checks } : {}) };
  }
  const crash = endings.find((e) => e.kind === 'crashes');
  // Where every request ends in a mistake, what was taken for granted of code that is not there may be one of ours.
  const assumed = endings.every((e) => e.stage === 'middleware' || e.mistake) ? crash?.trace.granted[0] : undefined;
  if (crash && assumed !== undefined) return shot(unknownVerdict(`a server error before the handler, if ${assumed}`), crash);
  // A handler that fails for want of a header, or of a user, does so whatever the right token is.
  const alone = endings.every((e) => e.stage === 'handler' && e.trace.facts === 0);
  const reasons = crash ? [...reasonsOf(crash, probe), { text: crash.why ?? 'a server error' }] : [];
  return crash
    ? shot({ ...of(crash), reasons, ...(alone ? { standsAlone: true } : {}) }, crash)
    : shot(unknownVerdict('no way through the operation was found'), null);
}

/**
 * Complaints about the request, and redirects, before the handler, where nobody meets anything else but errors that middleware makes of
 * some data. Nobody gets in, then; whether it is for want of the token, the valid one shows.
 */
function complaintsAlone(probe: Probe, endings: readonly Ending[]): readonly Ending[] | null {
  if (probe.secure !== 'rejects') return null;
  const complaints = endings.filter((e) => e.aside && e.status !== null && e.status >= 300);
  if (complaints.length === 0) return null;
  const others = endings.filter((e) => !complaints.includes(e));
  const early = [...complaints, ...others].every((e) => e.stage === 'middleware') && others.every((e) => e.kind === 'crashes' && e.byData);
  return others.length === 0 || early ? complaints.map((e) => ({ ...e, kind: 'rejects' })) : null;
}

/** A library's handler, `RedirectView` say, sends the caller on. */
function isRedirectOnly({ kind, status, trace }: Ending): boolean {
  return kind === 'admits' && status !== null && status >= 300 && status < 400 && trace.handlerOwn === false;
}

/** Fewer conditions first; a success before an error of the handler. */
function byPlainness(a: Ending, b: Ending): number {
  const error = (e: Ending) => (e.why || e.raised ? 1 : 0) + (e.status !== null && e.status >= 400 ? 1 : 0);
  return error(a) - error(b) || a.conditions.length - b.conditions.length || a.trace.steps.length - b.trace.steps.length;
}

/** What it depends on whether a request gets in: rather not on what decides whether middleware answers it, or all that are turned away have met. */
function openText(vm: VM, { everyOpaque }: Ending, endings: readonly Ending[]): string {
  const early = new Set(endings.flatMap((e) => (e.stage === 'middleware' ? e.everyOpaque : [])));
  const late = everyOpaque.filter((key) => !early.has(key));
  const own = late.find((key) => endings.some((e) => e.kind === 'rejects' && !e.everyOpaque.includes(key)));
  const condition = vm.explorer.ways.conditions.get(own ?? late[0] ?? everyOpaque[0] ?? '');
  return condition
    ? `it depends on ${readable(condition.about.symbol).slice(0, 100)} (${condition.about.reason})`
    : 'it depends on code that is not known';
}

function reasonsOf(ending: Ending, probe: Probe): readonly Reason[] {
  // A way in that should not be is told step by step; the rest by what decided it.
  const { steps, summary, granted } = ending.trace;
  const told = (ending.kind === 'rejects' || probe.secure === 'admits') && summary.length > 0 ? summary : steps;
  return granted.length > 0 ? [...told, ...granted.map((text) => ({ text: `taken for granted: ${text}` }))] : told;
}
