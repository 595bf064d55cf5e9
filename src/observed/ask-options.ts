/**
 * OPTIONS without a token, where the source says that DRF's own code answers it (catalogue R19). Browsers ask this way, so an answer
 * alone is no fault: a refusal clears, and nothing convicts.
 */
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { headerOf } from './answer.ts';
import { NO_CREDENTIAL } from './credential.ts';
import { concretePath } from './request-path.ts';
import type { Run } from './run.ts';
import { readShot, type Shot, shotReason, shotText } from './shot.ts';

interface AskedGet {
  readonly target: Target;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** Why an operation is not asked, or null. */
export function pointlessOptions({ describesItself = false, socket }: Target): string | null {
  if (socket) return 'not sent: a WebSocket is opened by GET';
  return describesItself
    ? null
    : 'not sent: only where the source shows that DRF itself answers OPTIONS; plain Django views run their handler for any method';
}

/**
 * To be called when all else has been asked: only then is it known what room is left.
 * @param who the probes for no token and the valid one: where those are not told apart a refusal tells nothing
 * @returns operation id -> verdict, for those that were asked; once for a list and its objects
 */
export async function askOptions(
  run: Run,
  probe: Probe,
  asked: readonly AskedGet[],
  who: { readonly none: string; readonly valid: string },
): Promise<Map<string, Verdict>> {
  const told = new Map<string, Verdict>();
  let sentSoFar = 0;
  for (const { target, verdicts } of asked) {
    const isGuarded = verdicts.get(who.none)?.verdict === 'rejects' && verdicts.get(who.valid)?.verdict === 'admits';
    if (target.method.toUpperCase() !== 'GET' || pointlessOptions(target) !== null || !isGuarded) continue;
    if (!run.hasRoomForOptions(sentSoFar) || run.sender.stopped) break;
    const concrete = concretePath(run.origin, target, run.seen);
    if (!concrete) continue;
    if (!run.claimCollection(probe, target)) {
      const beside = run.askedBeside(probe, target);
      told.set(target.id, unknownVerdict(`not sent here: asked once for a list and its objects, at ${beside}`));
      continue;
    }
    sentSoFar += 1;
    const sent = await run.sender.send({
      probe: probe.id,
      operation: target.id,
      method: 'OPTIONS',
      path: concrete.path,
      query: concrete.query,
      credential: NO_CREDENTIAL,
    });
    const shot = readShot(sent, { origin: run.origin, valid: null, softNotFound: null, knownDenials: run.denials }, run.sender);
    told.set(target.id, judge(shot));
  }
  return told;
}

function judge(shot: Shot): Verdict {
  const reason = shotReason(shot, 'OPTIONS without a token');
  const status = shot.answer?.status;
  if (shot.class === 'DENIED' || status === 405) return { verdict: 'rejects', status, stage: 'gate', reasons: [reason] };
  const isTold = shot.class === 'REACHED' && headerOf(shot.answer!, 'allow') !== null;
  const text = isTold
    ? 'OPTIONS says what the operation is for before a token is asked for: browsers ask this way, so it is no fault by itself'
    : shotText(shot, 'OPTIONS without a token');
  return { verdict: 'unknown', reasons: [{ text, ...(reason.exchange ? { exchange: reason.exchange } : {}), because: [reason] }] };
}
