/** The row of verdicts of one operation: every probe of the run gets an answer, also one that was not sent. */
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { tokenKind } from '../tokens/inspect.ts';
import { roleOf } from './credential.ts';
import { impliedVerdict, judgeBad, judgeHead, judgeNone, judgeOther, judgeValid } from './judge.ts';
import { missingFor } from './needs.ts';
import type { OperationLog } from './operation-log.ts';
import type { Run } from './run.ts';
import { shotReason } from './shot.ts';

/** The verdicts of an operation that was asked. */
export function verdictsOf(run: Run, target: Target, log: OperationLog, probes: readonly Probe[]): Map<string, Verdict> {
  const row = new Map<string, Verdict>();
  for (const probe of probes) row.set(probe.id, verdictOf(run, target, log, probe));
  return row;
}

function verdictOf(run: Run, target: Target, log: OperationLog, probe: Probe): Verdict {
  const missing = missingFor(probe, run.materials);
  if (missing) return unknownVerdict(missing.text, undefined, missing.next);
  switch (roleOf(probe)) {
    case 'none':
      return judgeNone(log);
    case 'valid':
      return judgeValid(log);
    case 'garbage':
      return log.garbage ? judgeBad(log, log.garbage, 'made-up token') : notSent(log);
    case 'tampered':
      return log.tampered ? judgeBad(log, log.tampered, tamperedName(run)) : (impliedVerdict(log) ?? notSent(log));
    case 'method':
      return log.head ? judgeHead(log) : notSent(log);
    case 'other': {
      const other = log.others.get(probe.id);
      if (other) return withCaveat(probe, judgeOther(log, other, probe.title));
      const asked = run.askedFor(target, log);
      if (asked === null || asked === target.id || log.none?.first.class !== 'DENIED') return notSent(log);
      return unknownVerdict(`not sent here: asked once for these authenticators, at ${asked}`);
    }
  }
}

/** A refusal proves little where nothing shows that the credential itself is still good. */
function withCaveat(probe: Probe, verdict: Verdict): Verdict {
  if (verdict.verdict !== 'rejects' || !probe.needs.includes('refresh-token')) return verdict;
  const caveat = 'the refresh token is a good one: it was not asked for a new access token, which would use it up';
  return { ...verdict, conditions: [...(verdict.conditions ?? []), caveat] };
}

/** What was changed depends on the kind of token, see `tamper`. */
function tamperedName(run: Run): string {
  return tokenKind(run.materials.valid?.wire ?? '') === 'jwt' ? 'token with a changed signature' : 'token with one character changed';
}

/** Why a probe had no point after what was answered before it. */
function notSent(log: OperationLog): Verdict {
  const none = log.none?.first ?? null;
  if (none === null) return unknownVerdict('not sent');
  const reason = shotReason(none, 'no token');
  const why =
    none.answer === null
      ? 'not sent: the operation did not answer'
      : none.class === 'REACHED'
        ? 'not sent: the operation answers without a token'
        : log.valid?.class !== 'REACHED'
          ? 'not sent: no positive control'
          : 'not sent: the request without a token gave no clear denial';
  return { verdict: 'unknown', reasons: [{ text: why, because: [reason], ...(reason.exchange ? { exchange: reason.exchange } : {}) }] };
}

/** The same `unknown` for every probe. */
export function allUnknown(probes: readonly Probe[], text: string, next?: string): Map<string, Verdict> {
  return new Map(probes.map((probe) => [probe.id, unknownVerdict(text, undefined, next)]));
}
