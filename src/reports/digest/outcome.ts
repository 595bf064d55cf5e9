/** How a scan ended, in words: PASS, FAIL, NOT VERIFIED or INTERRUPTED, with the sentences that go with it. */
import type { Finding } from '../../model/finding.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { orderFindings } from './order.ts';
import { isReviewList } from './purposes.ts';

export type OutcomeWord = 'PASS' | 'FAIL' | 'NOT VERIFIED' | 'INTERRUPTED';

export interface Outcome {
  readonly word: OutcomeWord;
  /** What the word rests on. */
  readonly sentence: string;
  /** How much was judged and tested, and how long it took. */
  readonly coverage: string;
  /** Why the scan is not verified, also when FAIL hides it; null when it is verified. */
  readonly notVerified: string | null;
  /** The command that brings a reader further, or null. */
  readonly next: string | null;
}

/** True when a finding still counts: neither suppressed, nor known from the baseline, nor a mere list of what is open on purpose. */
export function isActive(finding: Finding): boolean {
  return !finding.suppressed && finding.baseline !== 'known' && !isReviewList(finding);
}

/** True for findings that the terminal folds away without `--all`: notes on hardening and drift that do not gate. */
export function isNote(finding: Finding): boolean {
  return !finding.gates && (finding.rule.family === 'hardening' || finding.rule.family === 'drift');
}

export function outcomeOf(result: ScanResult): Outcome {
  const findings = orderFindings(result.findings);
  const active = findings.filter(isActive);
  const gating = active.filter((finding) => finding.gates);
  const notVerified = whyNotVerified(result);
  const word: OutcomeWord = result.interrupted ? 'INTERRUPTED' : gating.length > 0 ? 'FAIL' : notVerified ? 'NOT VERIFIED' : 'PASS';
  return {
    word,
    sentence: sentenceOf(result, word, active.length, gating.length, notVerified),
    coverage: coverageOf(result),
    notVerified,
    next: nextOf(result, findings, notVerified),
  };
}

/** Whether any operation let the valid token in. */
export function tokenEverWorked({ matrix }: ScanResult): boolean {
  return matrix.rows.some(({ cells }) => cells.get('valid-token')?.observed?.verdict === 'admits');
}

function whyNotVerified(result: ScanResult): string | null {
  const { coverage } = result.matrix;
  if (result.matrix.rows.length === 0) return 'no operation was found';
  if (result.witnesses.observed?.canary === 'failed')
    return `the valid token ${tokenEverWorked(result) ? 'stopped working' : 'did not work'}: what the server rejected proves nothing`;
  if (!coverage.met) return `only ${percent(coverage.percent)} of the operations could be judged, ${percent(coverage.floor)} are asked for`;
  return result.exitCode === 3 ? 'the scan could not test enough' : null;
}

function sentenceOf(result: ScanResult, word: OutcomeWord, active: number, gating: number, notVerified: string | null): string {
  const gate =
    result.gate && result.gate.failOn !== 'never' ? ` (${andAbove(result.gate.failOn)}, ${andAbove(result.gate.minConfidence)})` : '';
  const counts = active === 0 ? 'no findings' : `${gating} of ${active} findings ${gating === 1 ? 'gates' : 'gate'}${gate}`;
  const suppressed = result.findings.filter((finding) => finding.suppressed).length;
  const known = result.findings.filter((finding) => !finding.suppressed && finding.baseline === 'known').length;
  const fixed = result.baseline?.fixed.length ?? 0;
  const aside = [
    suppressed && `${suppressed} suppressed`,
    known && `${known} in the baseline`,
    fixed && `${fixed} gone since the baseline`,
  ].filter(Boolean);
  const tail = aside.length > 0 ? `; ${aside.join(', ')}` : '';
  if (word === 'INTERRUPTED') return `this is partial: ${counts}${tail}.`;
  if (word === 'NOT VERIFIED') return `${notVerified}; ${counts}${tail}.`;
  return `${counts}${tail}.`;
}

function coverageOf(result: ScanResult): string {
  const { coverage } = result.matrix;
  const outside = coverage.operations - coverage.inScope;
  const scope = outside > 0 ? `, ${outside} out of scope` : '';
  const tested = result.witnesses.observed ? `tested ${coverage.tested}` : 'tested 0: no server was asked';
  return `judged ${coverage.judged} of ${coverage.inScope} (${percent(coverage.percent)}, floor ${percent(coverage.floor)})${scope}; ${tested}. ${seconds(result.durationMs)}`;
}

function nextOf(result: ScanResult, findings: readonly Finding[], notVerified: string | null): string | null {
  const first = findings.findIndex((finding) => finding.gates && isActive(finding));
  if (first >= 0) return `unlatched explain ${first + 1}`;
  if (notVerified) {
    if (result.matrix.rows.length === 0) return 'check the settings module and ROOT_URLCONF: unlatched routes';
    return result.matrix.coverage.notJudged.find((each) => each.next)?.next ?? null;
  }
  if (findings.some(isActive)) return `unlatched explain ${findings.findIndex(isActive) + 1}`;
  return result.witnesses.observed ? null : `${scanCommand(result)} --url http://127.0.0.1:8000`;
}

/** The scan command of this result, as far as it is known. */
export function scanCommand(result: ScanResult): string {
  return `unlatched scan ${result.witnesses.predicted?.root ?? '.'}`;
}

/** `3 findings`, `1 finding`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A percentage without a misleading 100: 99.6 is shown as 99. */
export function percent(value: number): string {
  return `${value < 100 ? Math.floor(value) : 100} %`;
}

export function seconds(milliseconds: number): string {
  return milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`;
}

function andAbove(word: string): string {
  return word === 'critical' || word === 'certain' ? word : `${word} and above`;
}
