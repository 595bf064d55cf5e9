/** A token of few rights at an operation for administrators (catalogue R21): is it turned away, and does it lack those rights at all? */
import type { Probe } from '../model/probe.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { claimsAdministrator } from '../tokens/inspect.ts';
import { isAlive, likeMadeUp, pointlessLowToken } from './low-token.ts';
import type { OperationLog } from './operation-log.ts';
import type { Shot } from './shot.ts';

/** Why the token tells nothing at an operation, or null where it shall be sent. */
function pointlessLowRole({ administration = null, scopes = null }: Target, token: string): string | null {
  if (administration === null) return 'not sent: neither source nor document call this an operation for administrators';
  if (scopes !== null) return 'not sent: the document lists scopes for this operation, by which the token of few rights is asked';
  return claimsAdministrator(token) ? 'not sent: the low token says itself that its user is an administrator' : null;
}

/** Why a token of few rights tells nothing here, by what the probe asks for. */
export function pointlessLow({ sends }: Probe, target: Target, token: string): string | null {
  return sends.at === 'administration' ? pointlessLowRole(target, token) : pointlessLowToken(target, token);
}

/** The verdict with what it rests on; a refusal tells nothing where a dead token would be answered alike. */
export function judgeLowRole(verdict: Verdict, log: Pick<OperationLog, 'none' | 'garbage'>, first: Shot, target: Target): Verdict {
  const why = { text: `an operation for administrators: ${target.administration}` };
  if (verdict.verdict === 'rejects' && !isAlive(log, first)) return likeMadeUp(log, first);
  if (verdict.verdict !== 'admits') return { ...verdict, reasons: [...verdict.reasons, why] };
  return {
    ...verdict,
    reasons: [...verdict.reasons, why],
    conditions: [...(verdict.conditions ?? []), 'the user of the low token is no administrator'],
  };
}
