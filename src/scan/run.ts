/** The run: asks the witnesses, builds the matrix, lets the rules judge, and says how it ended. */
import { readFileSync, statSync } from 'node:fs';
import type { ScanOptions } from '../config/options.ts';
import { type BaselineEntry, readBaseline } from '../findings/baseline.ts';
import { exitCodeOf } from '../findings/exit-code.ts';
import { gradeOf } from '../findings/grade.ts';
import { makeFindings } from '../findings/make-findings.ts';
import { buildMatrix } from '../matrix/build.ts';
import { UsageError } from '../model/errors.ts';
import type { EventSink } from '../model/events.ts';
import type { Matrix } from '../model/matrix.ts';
import type { Problem } from '../model/problem.ts';
import type { ScanResult, WitnessInfo } from '../model/scan-result.ts';
import { PROBES as ALL_PROBES } from '../probes/index.generated.ts';
import { inOrder } from '../probes/shared/in-order.ts';
import { RULES } from '../rules/index.generated.ts';
import { runRules } from '../rules/shared/run-rules.ts';
import { DOORS, type Doors } from './doors.ts';
import { readIntent, unusedIntent } from './intent.ts';
import { RULE_WORDS, wordsOf } from './rule-words.ts';
import { selectRules } from './select-rules.ts';
import { tool } from './tool.ts';
import { askWitnesses, internalError, type Witnesses } from './witnesses.ts';

const PROBES = inOrder(ALL_PROBES);

/** Largest baseline or scan document that is read. */
const MAX_BASELINE = 200_000_000;

/**
 * One whole scan. An abort of `options.signal` ends it early, with what is known so far, marked `interrupted`.
 * @param doors the witnesses; tests give their own
 * @throws UsageError for everything that the user can mend; anything else becomes a problem and exit code 4
 */
export async function runScan(options: ScanOptions, emit: EventSink, doors: Doors = DOORS): Promise<ScanResult> {
  const began = new Date();
  const clock = performance.now();
  const chosen = selectRules(RULES, options.only, options.skip);
  const baseline = loadBaseline(options.baseline);
  const { intent, problems: intentProblems } = readIntent(options);
  const witnesses = await askWitnesses(options, PROBES, doors, emit);
  const { predicted, promised, observation } = witnesses;
  const problems: Problem[] = [...intentProblems, ...witnesses.problems];
  let failed = witnesses.failed;

  emit({ type: 'phase', witness: 'matrix', text: 'firing the probes' });
  const matrix = await buildMatrix({
    predicted,
    promised,
    // A dry run asked nothing: its silence is no answer.
    observation: options.dryRun ? null : observation,
    config: {
      probes: PROBES,
      mount: options.mount,
      intent,
      allowInertWrites: options.allowInertWrites,
      minCoverage: options.minCoverage,
      minTested: options.minTested,
      tokenSigned: (id) => witnesses.signed.has(id),
      tokenRemarks: witnesses.tokenRemarks,
    },
    signal: options.signal,
    emit,
  });
  const facts = predicted?.facts ?? null;
  const linesOf = (file: string): readonly string[] | null => facts?.sourceLines(file) ?? promised?.linesOf(file) ?? null;
  const reports = runRules(chosen, matrix, facts, (rule, error) => {
    failed = true;
    problems.push({ severity: 'error', text: internalError(`the rule ${rule.id}`, error) });
  });
  const made = makeFindings({
    reports: reports.map(({ rule, report }) => ({ rule: wordsOf(rule), report })),
    gate: { failOn: options.failOn, minConfidence: options.minConfidence },
    ignore: options.ignore,
    exclude: options.exclude,
    inlineIgnore: options.inlineIgnore,
    sourceFiles: sourceFiles(matrix),
    linesOf,
    baseline,
    knownRules: new Set(RULES.map((rule) => rule.id)),
    skippedRules: new Set(RULES.filter((rule) => !chosen.includes(rule)).map((rule) => rule.id)),
    today: began.toISOString().slice(0, 10),
  });
  problems.push(...made.problems, ...unusedIntent(options, matrix));
  const interrupted = options.signal.aborted || (observation?.interrupted ?? false);
  const verified = matrix.coverage.met && matrix.rows.length > 0 && observation?.canary !== 'failed';
  const exitCode = exitCodeOf({
    interrupted,
    internalError: failed,
    usageError: false,
    gating: made.findings.some((finding) => finding.gates),
    verified,
    // A dry run shows what would be sent; what it did not do cannot fail it.
    exitZero: options.exitZero || options.dryRun,
  });
  return {
    tool: tool(),
    started: began.toISOString(),
    durationMs: Math.round(performance.now() - clock),
    interrupted,
    witnesses: infoOf(options, witnesses),
    matrix,
    exchanges: observation?.exchanges ?? [],
    rules: RULE_WORDS,
    findings: made.findings,
    facts,
    problems: unique(problems),
    baseline: made.baseline,
    grade: matrix.coverage.met ? gradeOf(made.findings) : null,
    exitCode,
    gate: { failOn: options.failOn, minConfidence: options.minConfidence },
    ...(options.dryRun ? { plan: observation?.plan ?? [] } : {}),
    linesOf,
  };
}

function infoOf(options: ScanOptions, { predicted, promised, observation }: Witnesses): WitnessInfo {
  return {
    ...(promised ? { promised: { document: promised.document, derivedFrom: promised.derivedFrom } } : {}),
    ...(predicted ? { predicted: predicted.info } : {}),
    ...(observation && options.url !== null && !options.dryRun
      ? { observed: { url: withoutSecrets(options.url), requests: observation.requests, canary: observation.canary } }
      : {}),
  };
}

/** The URL as it may be printed: without user information and query. */
function withoutSecrets(url: string): string {
  try {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname === '/' ? '' : pathname}`;
  } catch {
    return '(not a URL)';
  }
}

function sourceFiles(matrix: Matrix): readonly string[] {
  const files = new Set<string>();
  for (const { source } of matrix.rows) {
    if (source?.place) files.add(source.place.file);
    if (source?.routePlace) files.add(source.routePlace.file);
  }
  return [...files];
}

/** @throws UsageError when the file cannot be read or is no baseline */
function loadBaseline(file: string | null): { readonly file: string; readonly entries: readonly BaselineEntry[] } | null {
  if (file === null) return null;
  let text: string;
  try {
    if (statSync(file).size > MAX_BASELINE) throw new UsageError('baseline-too-large', `--baseline: ${file} is larger than 200 MB`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(
      'baseline-unreadable',
      `--baseline: cannot read ${file} (${code ?? 'unknown error'}); write one with --update-baseline`,
    );
  }
  return { file, entries: readBaseline(text, file) };
}

/** The same sentence at the same place is told once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.text}\0${problem.place?.file ?? ''}\0${problem.place?.line ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
