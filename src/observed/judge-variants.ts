/** What follows from an operation that was asked for in other words. Pure. */
import type { Reason, Verdict } from '../model/verdict.ts';
import { getsTheSame, type VariantLog } from './ask-variants.ts';
import { controlOf, noControl } from './judge.ts';
import type { OperationLog } from './operation-log.ts';
import { compareShapes, describeBody } from './shape.ts';
import { type Shot, shotReason } from './shot.ts';

/** An admission needs the valid token's answer in other words twice, a refusal in plain words between them, and a made-up path that is none. */
export function judgeVariants(log: OperationLog, { tried, hit }: VariantLog): Verdict {
  const reasons = tried.map(({ title, shot }) => shotReason(shot, `no token, ${title}`));
  const control = controlOf(log, log.none!.first);
  if (typeof control !== 'object') return noControl(log, reasons[0]);
  if (hit === null) {
    const open = tried.findIndex(({ shot }) => !turnedAway(shot));
    if (open >= 0) return unknown(reasons[open]!.text, [reasons[open]!, control]);
    if (tried.length === 0) return unknown('not sent: the path cannot be written otherwise', [control]);
    return { verdict: 'rejects', stage: 'gate', reasons: [...reasons, control] };
  }
  const { title, shot, again, canonical, madeUp } = hit;
  const chain = [
    shotReason(shot, `no token, ${title}`),
    shotReason(again, 'once more, with a cache-buster on a new connection'),
    shotReason(canonical, 'no token, in plain words'),
    shotReason(madeUp, `made-up path, ${title}`),
    control,
  ];
  if (!getsTheSame(again, log)) return unknown('could not be repeated', chain);
  if (canonical.class !== 'DENIED') return unknown('the plain request is not turned away every time', chain);
  if (madeUp.answer === null || madeUp.class === 'CRASH')
    return unknown('could not learn how the server answers a path that does not exist', chain);
  if (madeUp.class === 'REACHED' && (getsTheSame(madeUp, log) || compareShapes(madeUp.shape!, shot.shape!).sameShape))
    return unknown('the server answers made-up paths alike', chain);
  return {
    verdict: 'admits',
    status: shot.answer!.status,
    stage: 'handler',
    effect: `${title}: ${describeBody(shot.answer!)}`,
    reasons: chain,
  };
}

/** Refused, sent on to the plain path, or not known under this name or in this form. */
function turnedAway({ class: found, answer }: Shot): boolean {
  return found === 'DENIED' || (answer !== null && [301, 302, 307, 308, 404, 406].includes(answer.status) && found !== 'OFFSCOPE');
}

function unknown(text: string, because: readonly Reason[]): Verdict {
  return { verdict: 'unknown', reasons: [{ text, ...(because[0]?.exchange ? { exchange: because[0].exchange } : {}), because }] };
}
