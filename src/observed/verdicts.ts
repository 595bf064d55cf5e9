/** The row of verdicts of one operation: every probe of the run gets an answer, also one that was not sent. */
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { pointlessOptions } from './ask-options.ts';
import { canBeTwice, carrierNames, roleOf } from './credential.ts';
import { impliedVerdict, judgeBad, judgeHead, judgeNone, judgeOther, judgeValid } from './judge.ts';
import { judgeVariants } from './judge-variants.ts';
import { judgeLowRole, pointlessLow } from './low-role.ts';
import { judgeLowToken, judgeWithoutScopes, pointlessWithoutScopes } from './low-token.ts';
import { isGranted, missingFor, needsKey, needsPublicKey } from './needs.ts';
import type { OperationLog, OtherShot } from './operation-log.ts';
import { withHeaders } from './own-user.ts';
import { isRefusedAlike, judgeRaised, whyNotRaised } from './raised.ts';
import { isDoorUnknown, type Run } from './run.ts';
import { judgeForeign, notForeign } from './second-user.ts';
import { type Shot, shotReason } from './shot.ts';

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
      if (log.head) return judgeHead(log);
      return besideVerdict(run, target, log, probe) ?? (run.wasLeftOut(target.id, probe) ? noRoom() : notSent(log));
    case 'options':
      return optionsVerdict(target, log);
    case 'override':
      return unknownVerdict('not sent: the method that a header or field names is asked at operations that write');
    case 'own': {
      const own = log.others.get(probe.id);
      if (!own && takesAny(log)) return anyTokenVerdict();
      if (probe.sends.material === 'second') {
        if (own) return judgeForeign(judgeOther(log, own, probe.title), log.ownership!, own, log);
        return log.none?.first.class === 'DENIED' && log.valid?.class === 'REACHED'
          ? (notForeign(log.ownership) ?? notSent(log))
          : notSent(log);
      }
      if (probe.sends.made) return withoutScopesVerdict(run, target, log, probe, own);
      const token = run.materials.low!.wire;
      if (own && probe.sends.at) return judgeLowRole(judgeOther(log, own, probe.title), log, own.first, target);
      if (own) return judgeLowToken(judgeOther(log, own, probe.title), log, own, target, token);
      const pointless = pointlessLow(probe, target, token);
      return pointless === null ? notSent(log) : unknownVerdict(pointless);
    }
    case 'raised':
      return raisedVerdict(run, target, log, probe);
    case 'variant':
      return variantVerdict(run, target, log, probe);
    case 'other': {
      const other = log.others.get(probe.id);
      if (other) {
        const verdict = judgeOther(log, other, probe.title);
        if (probe.sends.material === 'identity') return withHeaders(verdict, other, carrierNames(probe.sends, target), run.materials);
        return withCaveat(run, log, probe, verdict);
      }
      if (!canBeTwice(probe.sends, log.way)) return unknownVerdict('not sent: the token does not travel in a header');
      if (needsKey(probe) && log.resigned && log.resigned.class !== 'REACHED') return wrongKey(log.resigned);
      if (isGranted(probe) && takesAny(log)) return anyTokenVerdict();
      const beside = besideVerdict(run, target, log, probe);
      if (beside) return beside;
      const asked = run.askedFor(target, log);
      if ([asked ?? target.id, target.id].some((id) => run.wasLeftOut(id, probe))) return noRoom();
      if (asked === null || asked === target.id || log.none?.first.class !== 'DENIED') return notSent(log);
      return askedElsewhere(run, target, log, asked);
    }
  }
}

/** Where only the answers say that two operations have one gate, what was seen at one is not known of the other. */
function askedElsewhere(run: Run, target: Target, log: OperationLog, asked: string): Verdict {
  if (!isDoorUnknown(target)) return unknownVerdict(`not sent here: asked once for these authenticators, at ${asked}`);
  const text = run.isRefusedLike(target, log)
    ? `not sent here: asked at ${asked}, which refuses alike; whether both look at tokens alike is not known`
    : `not sent here: asked at ${asked} behind the same security scheme, which refuses otherwise`;
  return unknownVerdict(text, undefined, 'ask for fewer operations at once, or scan with the source');
}

/** Where a list speaks for its objects, or one of them for the list. */
function besideVerdict(run: Run, target: Target, log: OperationLog, probe: Probe): Verdict | null {
  const beside = run.askedBeside(probe, target);
  if (beside === null || log.none?.first.class !== 'DENIED') return null;
  return unknownVerdict(`not sent here: asked once for a list and its objects, at ${beside}`);
}

/** Until it is asked at the end of the run. */
function optionsVerdict(target: Target, log: OperationLog): Verdict {
  const pointless = pointlessOptions(target);
  if (pointless !== null) return unknownVerdict(pointless);
  if (log.none?.first.class !== 'DENIED' || log.valid?.class !== 'REACHED') return notSent(log);
  return noRoom();
}

function variantVerdict(run: Run, target: Target, log: OperationLog, probe: Probe): Verdict {
  const tried = log.variants.get(probe.id);
  if (tried) return judgeVariants(log, tried);
  if (log.method !== 'GET' || target.socket) return unknownVerdict('not sent: only a GET is asked in other words');
  if (log.none?.first.class !== 'DENIED') return notSent(log);
  if (probe.sends.changes?.endsWith('version') && log.valid?.class !== 'REACHED') return notSent(log);
  if (probe.sends.changes === 'api-version') {
    if (!target.versions?.length) return unknownVerdict('not sent: neither source nor document say how clients name a version');
    return run.wasLeftOut(target.id, probe) ? noRoom() : (besideVerdict(run, target, log, probe) ?? notSent(log));
  }
  if (probe.sends.changes === 'version') return otherVersionVerdict(run, target);
  if (log.gate === 'view')
    return unknownVerdict(
      'not sent: the refusal comes out of the view itself (it has Allow), so the gate stands wherever a path leads there',
    );
  const asked = run.askedInOtherWords(target, log);
  if (asked === null) return notSent(log);
  if (run.wasLeftOut(asked, probe)) return noRoom();
  if (asked !== target.id) return unknownVerdict(`not sent here: asked once for operations that are denied alike, at ${asked}`);
  return unknownVerdict('not sent: a made-up path beside it is not refused, so no gate stands in front of the routes');
}

function raisedVerdict(run: Run, target: Target, log: OperationLog, probe: Probe): Verdict {
  const asked = log.others.get(probe.id);
  if (asked) return judgeRaised(log, asked, probe.title);
  const pointless = whyNotRaised(probe, target, log, run.materials);
  if (pointless !== null) return unknownVerdict(pointless);
  if (log.resigned && !isRefusedAlike(log.resigned, log.valid!)) return wrongKey(log.resigned);
  const first = run.askedForRefusal(probe, target, log);
  if (first !== null && run.wasLeftOut(first, probe)) return noRoom();
  if (first === null || first === target.id) return notSent(log);
  return unknownVerdict(`not sent here: asked once for operations behind these authenticators that refuse the valid token, at ${first}`);
}

function otherVersionVerdict(run: Run, target: Target): Verdict {
  if (target.doorsByDocument === false)
    return unknownVerdict('not sent: the routes of other versions are operations of their own, by the source');
  if (run.versionPaths(target).length === 0)
    return unknownVerdict('not sent: the path names no version, or its other versions are operations of their own');
  const asked = run.askedForMount(target);
  if (asked.length === 0) return noRoom();
  return unknownVerdict(`not sent here: asked for a few operations below this version, ${asked.join(' and ')}`);
}

function withoutScopesVerdict(run: Run, target: Target, log: OperationLog, probe: Probe, own: OtherShot | undefined): Verdict {
  if (own) return withCaveat(run, log, probe, judgeWithoutScopes(judgeOther(log, own, probe.title), target));
  const pointless = pointlessWithoutScopes(target, log);
  if (pointless !== null) return unknownVerdict(pointless);
  if (run.wasLeftOut(target.id, probe)) return noRoom();
  return log.resigned && log.resigned.class !== 'REACHED' ? wrongKey(log.resigned) : notSent(log);
}

function noRoom(): Verdict {
  return unknownVerdict('not sent: the run keeps to eight requests an operation on average');
}

/** True where a made-up or changed token gets in: then nothing that a user could hand over tells more. */
function takesAny({ garbage, tampered }: OperationLog): boolean {
  return garbage?.first.class === 'REACHED' || tampered?.first.class === 'REACHED';
}

function anyTokenVerdict(): Verdict {
  return unknownVerdict('not sent: a token that nobody signed or issued gets in already');
}

/** What a verdict on a further secret of the user rests on. */
function withCaveat(run: Run, log: OperationLog, probe: Probe, verdict: Verdict): Verdict {
  const unsure = verdict.verdict === 'rejects' ? whyUnsure(run, probe) : null;
  if (unsure !== null) return { ...verdict, conditions: [...(verdict.conditions ?? []), unsure] };
  if (verdict.verdict === 'unknown' || !isGranted(probe)) return verdict;
  const caveats = caveatsOf(run, probe, verdict);
  const conditions = [...(verdict.conditions ?? []), ...caveats];
  const key = needsKey(probe)
    ? [log.resigned ? shotReason(log.resigned, 'the valid token signed anew') : { text: "the key made the valid token's own signature" }]
    : needsPublicKey(probe)
      ? [{ text: `made with ${run.materials.published!.from}` }]
      : [];
  return { ...verdict, ...(conditions.length > 0 ? { conditions } : {}), reasons: [...verdict.reasons, ...key] };
}

/** What a refusal of a key that lies elsewhere takes for granted. */
function whyUnsure({ materials }: Run, { sends }: Probe): string | null {
  if (sends.made?.signed === 'sender-address') return 'the server may reach this machine';
  if (sends.made?.signed !== 'public-file' || materials.known.publicFile?.fromAnywhere) return null;
  return 'one of the guessed names leads to the file from where the server looks for its keys';
}

function caveatsOf(run: Run, { needs, sends }: Probe, { verdict }: Verdict): string[] {
  // A refusal proves little where nothing shows that the credential itself is still good.
  if (verdict === 'rejects' && needs.includes('refresh-token'))
    return ['the refresh token is a good one: it was not asked for a new access token, which would use it up'];
  if (verdict === 'rejects' && sends.made?.signed === 'public-key')
    return ['the server has its public key as PEM, DER or JWK, and these are written as usual'];
  const alg = jwtFacts(run.materials.valid?.wire ?? '')?.alg ?? '';
  if (verdict === 'admits' && (sends.made?.audience || sends.made?.issuer) && alg.startsWith('HS'))
    return [`another service signs with the same secret (${alg})`];
  return [];
}

/** Tokens of a key that the server does not know tell nothing; neither do those of which it said nothing. */
function wrongKey(resigned: Shot): Verdict {
  const reason = shotReason(resigned, 'the valid token signed anew');
  if (resigned.class !== 'DENIED') return { verdict: 'unknown', reasons: [reason] };
  return {
    verdict: 'unknown',
    reasons: [
      {
        text: 'the key does not sign tokens that this server takes',
        because: [reason],
        ...(reason.exchange ? { exchange: reason.exchange } : {}),
      },
    ],
    next: 'give the key that signs them: --signing-key env:NAME or file:PATH',
  };
}

/** What was changed depends on the kind of token, see `tamper`. */
function tamperedName(run: Run): string {
  return run.materials.isSigned ? 'token with a changed signature' : 'token with one character changed';
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
