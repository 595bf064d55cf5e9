/** Severity and confidence of a way in, from what the three witnesses say about it. */
import { CONFIDENCES, type Confidence, SEVERITIES, type Severity } from '../../model/finding.ts';
import type { VerdictKind } from '../../model/verdict.ts';
import type { Promised } from './evidence.ts';

export interface Rating {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

export interface Openness {
  readonly promise: Promised;
  readonly predicted: VerdictKind | undefined;
  readonly observed: VerdictKind | undefined;
  /** The operation writes, or the configuration calls it sensitive. */
  readonly heavy: boolean;
  /** Other operations of the same view do ask for a token. */
  readonly siblingsGuarded: boolean;
}

/**
 * Rates an operation that anyone may call and nobody meant to open. Source alone is never more than firm; a server that
 * turns the request away where the source does not makes it a latent hole; a server alone, without a promise, is tentative.
 */
export function rateOpen(openness: Openness): Rating {
  const { promise, predicted, observed, heavy, siblingsGuarded } = openness;
  if (observed === 'admits') {
    if (predicted === 'admits') return rateConfirmed(promise, heavy, siblingsGuarded);
    if (promise === 'protected') return { severity: 'critical', confidence: 'firm' };
    return { severity: 'high', confidence: 'tentative' };
  }
  if (observed === 'rejects') return { severity: 'medium', confidence: 'firm' };
  if (promise === 'none') return { severity: heavy ? 'critical' : 'high', confidence: 'firm' };
  if (promise === 'protected' || promise === 'absent') return { severity: 'high', confidence: 'firm' };
  return rateUnpromised(promise, heavy, siblingsGuarded);
}

function rateConfirmed(promise: Promised, heavy: boolean, siblingsGuarded: boolean): Rating {
  if (promise === 'protected') return { severity: 'critical', confidence: 'certain' };
  if (promise === 'none') return { severity: heavy ? 'critical' : 'high', confidence: 'certain' };
  if (promise === 'absent') return { severity: heavy ? 'critical' : 'high', confidence: 'firm' };
  return rateUnpromised(promise, heavy, siblingsGuarded);
}

/** The document calls the operation open, or nothing at all. */
function rateUnpromised(promise: Promised, heavy: boolean, siblingsGuarded: boolean): Rating {
  if (promise === 'open') return { severity: heavy ? 'high' : 'medium', confidence: 'tentative' };
  const sure = heavy || siblingsGuarded;
  return { severity: sure ? 'high' : 'medium', confidence: sure ? 'firm' : 'tentative' };
}

/**
 * Rates a credential that is accepted though nobody issued it (or not in that place): `base` where it gets in, two steps
 * of knowledge. The server's refusal makes the source's finding a latent one.
 */
export function rateForged(base: Severity, predicted: VerdictKind | undefined, observed: VerdictKind | undefined): Rating {
  if (observed === 'admits' && predicted === 'admits') return { severity: base, confidence: 'certain' };
  if (observed === 'admits') return { severity: base, confidence: 'firm' };
  if (observed === 'rejects') return { severity: lower(base, base === 'critical' ? 2 : 1), confidence: 'firm' };
  return { severity: base, confidence: 'firm' };
}

export function lower(severity: Severity, steps: number): Severity {
  return SEVERITIES[Math.min(SEVERITIES.length - 1, SEVERITIES.indexOf(severity) + steps)]!;
}

/** Sorts the worse rating first. */
export function compareRatings(left: Rating, right: Rating): number {
  return (
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    CONFIDENCES.indexOf(left.confidence) - CONFIDENCES.indexOf(right.confidence)
  );
}
