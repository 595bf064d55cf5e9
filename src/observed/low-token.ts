/** A token of few rights, at operations whose document lists scopes: is it turned away, and does it lack them at all? Handed over, or made with the key. */
import type { Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { scopesIn } from '../tokens/inspect.ts';
import type { OperationLog, OtherShot } from './operation-log.ts';
import { type Shot, shotReason } from './shot.ts';

/** Why the token tells nothing at an operation, or null where it shall be sent. */
export function pointlessLowToken({ scopes = null }: Target, token: string): string | null {
  if (scopes === null) return 'not sent: the document lists no scopes for this operation';
  const held = scopesIn(token);
  if (held && scopes.some((names) => names.every((name) => held.has(name))))
    return 'not sent: the low token says itself that it has the scopes which the document asks for';
  return null;
}

/** Why a token without any scopes tells nothing at an operation, or null where it shall be sent. */
export function pointlessWithoutScopes({ scopes = null }: Target, { others }: OperationLog): string | null {
  if (scopes === null) return 'not sent: the document lists no scopes for this operation';
  return others.get('low-scope-token')?.first.answer ? 'not sent: the token of few rights was asked the same' : null;
}

/** The verdict with what it rests on, for a token that was made without scopes: whoever takes its key knows that it is a good one. */
export function judgeWithoutScopes(verdict: Verdict, target: Target): Verdict {
  if (verdict.verdict === 'unknown') return verdict;
  return { ...verdict, reasons: [...verdict.reasons, { text: `the document asks for the scopes ${scopeWords(target)}` }] };
}

function scopeWords({ scopes }: Target): string {
  return scopes?.map((names) => names.join(' ')).join(' or ') ?? '';
}

/** The verdict with what it rests on; a refusal tells nothing where a dead token would be answered alike. */
export function judgeLowToken(verdict: Verdict, log: OperationLog, { first }: OtherShot, target: Target, token: string): Verdict {
  const asked = scopeWords(target);
  const wants = { text: `the document asks for the scopes ${asked}` };
  if (verdict.verdict === 'rejects' && !isAlive(log, first)) return likeMadeUp(log, first);
  if (verdict.verdict !== 'admits') return { ...verdict, reasons: [...verdict.reasons, wants] };
  const lacks = scopesIn(token)
    ? { reasons: [...verdict.reasons, wants, { text: 'the low token says itself that it lacks them' }] }
    : { reasons: [...verdict.reasons, wants], conditions: [`the low token lacks the scopes ${asked}: it does not say which it has`] };
  return { ...verdict, ...lacks };
}

/** The verdict on a low token that is turned away as a dead one would be. */
export function likeMadeUp({ garbage }: Pick<OperationLog, 'garbage'>, first: Shot): Verdict {
  const because = [shotReason(first, 'token of few rights'), ...(garbage ? [shotReason(garbage.first, 'made-up token')] : [])];
  return {
    verdict: 'unknown',
    reasons: [{ text: 'turned away like a made-up token: nothing shows that the low token is a good one', because }],
    next: 'give a fresh token: --low-token env:NAME',
  };
}

/** A token that nobody knows is answered 401, and like a made-up one; a known one that may not is answered otherwise (RFC 6750 section 3.1). */
export function isAlive({ none, garbage }: Pick<OperationLog, 'none' | 'garbage'>, { answer }: Shot): boolean {
  if (answer === null || answer.status === 401) return false;
  return ![none, garbage].some((other) => other?.first.answer?.status === answer.status && other.first.answer.text === answer.text);
}
