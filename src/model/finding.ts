/** Findings and the rules that make them. */
import type { SourceFacts } from './facts.ts';
import type { Matrix } from './matrix.ts';
import type { Place } from './place.ts';
import type { WitnessName } from './probe.ts';
import type { Reason, VerdictKind } from './verdict.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
/** Numbers that code-scanning dashboards sort by (catalogue section 5). */
export const SECURITY_SEVERITY: Readonly<Record<Severity, number>> = { critical: 9.5, high: 8.0, medium: 5.5, low: 3.0, info: 0 };

export type Confidence = 'certain' | 'firm' | 'tentative';
export const CONFIDENCES: readonly Confidence[] = ['certain', 'firm', 'tentative'];

export type Family = 'bypass' | 'token' | 'account' | 'hardening' | 'drift';

/** The words of a rule: pages, SARIF metadata and `unlatched rules` are generated from them. */
export interface RuleWords {
  /** kebab-case; the file name under `src/rules/`. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: Severity;
  /** e.g. `CWE-306`. */
  readonly cwe: string;
  readonly owasp: readonly string[];
  /** One paragraph: what goes wrong and for whom. */
  readonly why: string;
  readonly bad: string;
  readonly good: string;
  /** How a reader can show that a finding of this rule is wrong. */
  readonly refute: string;
  readonly references: readonly string[];
}

/** What a rule reports: one root cause. `findings/` adds id, gate, suppression and baseline. */
export interface Report {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  readonly message: string;
  /** One line, the root cause. */
  readonly cause: string;
  /** Join keys. */
  readonly operations: readonly string[];
  /** probe id -> witness -> verdict of the worst operation. */
  readonly verdicts: Readonly<Record<string, Partial<Record<WitnessName, VerdictKind>>>>;
  readonly place: Place | null;
  /** The named thing that holds the cause, e.g. `core.auth.SeatAuthentication`; part of the fingerprint. */
  readonly symbol: string;
  /** The words under the caret of the excerpt. */
  readonly caption?: string;
  readonly documentPlace?: Place & { readonly pointer: string };
  readonly reasons: readonly Reason[];
  /** Exchange ids. */
  readonly proof: readonly string[];
}

export interface Rule extends RuleWords {
  /** True for a rule that only fills gaps: it runs after all others. */
  readonly last?: true;
  /**
   * Judges the matrix and the facts (null without source); one report for each root cause.
   * `explained` holds the join keys that rules before this one reported.
   */
  judge(matrix: Matrix, facts: SourceFacts | null, explained: ReadonlySet<string>): readonly Report[];
}

export interface Finding extends Report {
  /** `rule:8 hex digits`, from rule + symbol + normalised place; never from line numbers. */
  readonly id: string;
  readonly rule: RuleWords;
  readonly gates: boolean;
  readonly suppressed: { readonly reason: string; readonly by: string } | null;
  readonly baseline: 'new' | 'known' | null;
}
