/** Everything that a scan found out: what reports read and nothing else. */
import type { Exchange } from './exchange.ts';
import type { SourceFacts } from './facts.ts';
import type { Confidence, Finding, RuleWords, Severity } from './finding.ts';
import type { Matrix } from './matrix.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

export interface ProjectInfo {
  /** As the user named it. */
  readonly root: string;
  readonly settings: string;
  readonly settingsFrom: Place | null;
  readonly django: string | null;
  readonly drf: string | null;
  readonly versionsFrom: Place | null;
}

export interface WitnessInfo {
  readonly promised?: { readonly document: string; readonly derivedFrom: string | null };
  readonly predicted?: ProjectInfo;
  readonly observed?: { readonly url: string; readonly requests: number; readonly canary: 'held' | 'failed' | 'none' };
}

export interface ScanResult {
  readonly tool: { readonly name: 'unlatched'; readonly version: string };
  /** RFC 3339. */
  readonly started: string;
  readonly durationMs: number;
  readonly interrupted: boolean;
  readonly witnesses: WitnessInfo;
  readonly matrix: Matrix;
  readonly exchanges: readonly Exchange[];
  readonly rules: readonly RuleWords[];
  readonly findings: readonly Finding[];
  readonly facts: SourceFacts | null;
  readonly problems: readonly Problem[];
  readonly baseline: { readonly file: string; readonly new: number; readonly known: number; readonly fixed: readonly string[] } | null;
  readonly grade: { readonly letter: string; readonly score: number } | null;
  readonly exitCode: number;
  /** The requests that `--dry-run` would have sent: names and shapes, never values of credentials. */
  readonly plan?: readonly {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body?: string;
    readonly why: string;
  }[];
  /** From where on a finding gates (`--fail-on`, `--min-confidence`); reports print it beside the outcome. */
  readonly gate?: { readonly failOn: Severity | 'never'; readonly minConfidence: Confidence };
  /** Lines of a source or document file for excerpts; null when it cannot be read. */
  readonly linesOf: (file: string) => readonly string[] | null;
}
