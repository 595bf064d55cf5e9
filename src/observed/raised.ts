/**
 * A token that says more of its user's rights than the issuer wrote, where the valid token is refused: whether rights are read from the
 * token alone. The refusal of the valid token is the control.
 */
import type { Probe } from '../model/probe.ts';
import { type Reason, unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { hasPasswordField } from './answer-class.ts';
import type { Materials } from './credential.ts';
import { isAlive, pointlessLowToken } from './low-token.ts';
import type { OperationLog, OtherShot } from './operation-log.ts';
import { compareShapes, describeBody } from './shape.ts';
import { type Shot, shotReason, shotText } from './shot.ts';

/** As many as a token in a header can carry. */
const MOST_SCOPES = 50;

/** The scopes that the document asks for anywhere. */
export function scopesOf(targets: readonly Target[]): readonly string[] {
  return [...new Set(targets.flatMap(({ scopes }) => scopes?.flat() ?? []))].slice(0, MOST_SCOPES);
}

/** Why more rights tell nothing at an operation, or null where they shall be sent. */
export function whyNotRaised({ sends }: Probe, target: Target, log: OperationLog, { valid: token }: Materials): string | null {
  const { valid, none, noneAfter, garbage, tampered } = log;
  if (valid?.class !== 'DENIED' || valid.answer?.status !== 403) return 'not sent: only where the valid token is refused with 403';
  if (none?.first.class !== 'DENIED' || noneAfter?.class !== 'DENIED') return 'not sent: the request without a token gave no clear denial';
  if (garbage?.first.class === 'REACHED' || tampered?.first.class === 'REACHED')
    return 'not sent: a token that nobody signed or issued gets in already';
  if (!isAlive(log, valid)) return 'not sent: the valid token is refused like a made-up one, so it may not be what its user may do';
  if (sends.made?.scope !== 'raised') return null;
  const pointless = pointlessLowToken(target, token!.wire);
  return pointless?.replace('the low token', 'the token') ?? null;
}

/** True where two refusals are one: by status and words. */
export function isRefusedAlike({ answer }: Shot, { answer: other }: Shot): boolean {
  return answer !== null && other !== null && answer.status === other.status && answer.text === other.text;
}

/** The verdict on a token with more rights. */
export function judgeRaised(log: OperationLog, { first, again, spelling }: OtherShot, title: string): Verdict {
  const valid = log.valid!;
  const key = log.resigned
    ? shotReason(log.resigned, 'the valid token signed anew')
    : { text: "the key made the valid token's own signature" };
  const control = [shotReason(valid, 'valid token'), key];
  const which = first.class === 'DENIED' ? `the last of ${spelling!.sent}` : spelling!.label;
  const who = spelling!.all > 1 || first.class !== 'DENIED' ? `${title} (${which})` : title;
  const reason = shotReason(first, who);
  if (first.class === 'DENIED') {
    const few = `${spelling!.sent} of ${spelling!.all} spellings were sent: the run keeps to eight requests an operation on average`;
    const conditions = ['rights are read under names like those that were sent', ...(spelling!.sent < spelling!.all ? [few] : [])];
    // Refused in the words of the valid token: it is known for whose it is, and what it says of itself counts nothing.
    const standsAlone = isRefusedAlike(first, valid);
    return { verdict: 'rejects', status: first.answer!.status, stage: 'gate', standsAlone, conditions, reasons: [reason, ...control] };
  }
  const chain = [
    reason,
    ...(again ? [shotReason(again, 'once more, with a cache-buster on a new connection')] : []),
    ...control,
    ...(log.validAgain ? [shotReason(log.validAgain, 'valid token, later')] : []),
  ];
  if (first.class !== 'REACHED') return unknown(shotText(first, who), chain);
  if (again?.class !== 'REACHED' || !compareShapes(first.shape!, again.shape!).sameShape) return unknown('could not be repeated', chain);
  if (log.template?.state !== 'asked') return unknown('could not learn how the server answers a path that does not exist', chain);
  if (!log.validAgain || !isRefusedAlike(log.validAgain, valid)) return unknown('the valid token is not refused every time', chain);
  if (hasPasswordField(first.answer!)) return unknown('shows a login form', chain);
  return {
    verdict: 'admits',
    status: first.answer!.status,
    stage: 'handler',
    richer: true,
    effect: describeBody(first.answer!),
    reasons: chain,
  };
}

function unknown(text: string, because: readonly Reason[]): Verdict {
  const verdict = unknownVerdict(text);
  return { ...verdict, reasons: [{ text, ...(because[0]?.exchange ? { exchange: because[0].exchange } : {}), because }] };
}
