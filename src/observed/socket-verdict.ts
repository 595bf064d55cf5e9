/** What an accepted handshake is worth. */
import type { Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import type { OperationLog } from './operation-log.ts';

/**
 * Many servers accept everybody and ask for the token in the first message, which is not sent. A handshake without one counts
 * where the server speaks by itself, or where it turns away a made-up token: then it looks at tokens there.
 */
export function socketVerdict({ socket }: Target, { none, garbage, valid }: OperationLog, verdict: Verdict): Verdict {
  if (!socket || verdict.verdict !== 'admits') return verdict;
  const everybody = none?.first.class === 'REACHED' && garbage?.first.class === 'REACHED';
  if (everybody && valid?.answer?.kind === 'empty') {
    return {
      verdict: 'unknown',
      reasons: [
        { text: 'the socket opens to everybody and stays silent: a token may be asked for in the first message', because: verdict.reasons },
      ],
      next: 'send a message by hand, without a token',
    };
  }
  return { ...verdict, conditions: [...(verdict.conditions ?? []), 'the socket was opened; no message was sent'] };
}
