/** The scan document: the whole result as JSON, for other programs and for `explain --from`. */

import { DOCUMENT_VERSION } from '../model/document-version.ts';
import type { Exchange } from '../model/exchange.ts';
import { type Finding, SECURITY_SEVERITY } from '../model/finding.ts';
import type { MatrixRow } from '../model/matrix.ts';
import { formatPlace } from '../model/place.ts';
import { WITNESS_NAMES, type WitnessName } from '../model/probe.ts';
import type { Problem } from '../model/problem.ts';
import type { ScanDocument } from '../model/scan-document.ts';
import type { ProjectInfo, ScanResult } from '../model/scan-result.ts';
import type { Reason, Verdict } from '../model/verdict.ts';
import { orderFindings } from './digest/order.ts';
import type { Report } from './report.ts';

export const report: Report = {
  id: 'json',
  title: 'the scan document (see `unlatched schema scan`)',
  render: (result) => `${JSON.stringify(toScanDocument(result), null, 2)}\n`,
};

type DocumentOperation = ScanDocument['operations'][number];
type DocumentVerdict = NonNullable<DocumentOperation['probes'][string][WitnessName]>;
type DocumentFinding = ScanDocument['findings'][number];

/** Turns a scan result into the scan document of the contract. Pure; findings stand in the order in which reports number them. */
export function toScanDocument(result: ScanResult): ScanDocument {
  const reasons = new ReasonTable();
  const operations = result.matrix.rows.map((row) => operationOf(row, result, reasons));
  const findings = orderFindings(result.findings).map((finding) => findingOf(finding, reasons));
  const { coverage } = result.matrix;
  return {
    schema_version: DOCUMENT_VERSION,
    tool: { ...result.tool },
    started: result.started,
    duration_ms: result.durationMs,
    interrupted: result.interrupted,
    witnesses: witnessesOf(result),
    reasons: reasons.list,
    exchanges: Object.fromEntries(result.exchanges.map((exchange) => [exchange.id, exchangeOf(exchange)])),
    operations,
    findings,
    coverage: {
      operations: coverage.operations,
      in_scope: coverage.inScope,
      judged: coverage.judged,
      tested: coverage.tested,
      percent: coverage.percent,
      floor: coverage.floor,
      met: coverage.met,
      not_judged: coverage.notJudged.map(({ reason, operations: ids, next }) => ({ reason, operations: [...ids], next })),
    },
    gate: result.gate ? { fail_on: result.gate.failOn, min_confidence: result.gate.minConfidence } : null,
    baseline: result.baseline ? { ...result.baseline, fixed: [...result.baseline.fixed] } : null,
    grade: result.grade ? { ...result.grade } : null,
    problems: result.problems.map(problemOf),
    exit_code: result.exitCode,
  };
}

/** The `project` object that the scan and the routes document share. */
export function projectOf(info: ProjectInfo): NonNullable<ScanDocument['witnesses']['predicted']> {
  return {
    root: info.root,
    settings: info.settings,
    settings_from: info.settingsFrom ? formatPlace(info.settingsFrom) : null,
    django: info.django,
    drf: info.drf,
    versions_from: info.versionsFrom ? formatPlace(info.versionsFrom) : null,
  };
}

export function problemOf(problem: Problem): ScanDocument['problems'][number] {
  return {
    severity: problem.severity,
    text: problem.text,
    ...(problem.place ? { file: problem.place.file, line: problem.place.line } : {}),
  };
}

/** Gives every different reason one index; equal links are shared, so that the document stays small. */
class ReasonTable {
  readonly list: ScanDocument['reasons'] = [];
  readonly #seen = new Map<Reason, number>();
  readonly #byContent = new Map<string, number>();

  index(reason: Reason): number {
    const known = this.#seen.get(reason);
    if (known !== undefined) return known;
    // A reason that rests on itself would recurse for ever; the mark is replaced as soon as the index is known.
    this.#seen.set(reason, -1);
    const because = this.indexes(reason.because ?? []);
    const entry = {
      text: reason.text,
      ...(reason.place ? { file: reason.place.file, line: reason.place.line } : {}),
      ...(reason.pointer !== undefined ? { pointer: reason.pointer } : {}),
      ...(reason.exchange !== undefined ? { exchange: reason.exchange } : {}),
      ...(because.length > 0 ? { because } : {}),
    };
    const content = JSON.stringify(entry);
    let index = this.#byContent.get(content);
    if (index === undefined) {
      index = this.list.push(entry) - 1;
      this.#byContent.set(content, index);
    }
    this.#seen.set(reason, index);
    return index;
  }

  indexes(reasons: readonly Reason[]): number[] {
    return [...new Set(reasons.map((reason) => this.index(reason)).filter((index) => index >= 0))];
  }
}

function witnessesOf(result: ScanResult): ScanDocument['witnesses'] {
  const { promised, predicted, observed } = result.witnesses;
  return {
    ...(promised ? { promised: { document: promised.document, derived_from: promised.derivedFrom } } : {}),
    ...(predicted ? { predicted: projectOf(predicted) } : {}),
    ...(observed ? { observed: { ...observed } } : {}),
  };
}

function exchangeOf(exchange: Exchange): ScanDocument['exchanges'][string] {
  const headers = (list: readonly (readonly [string, string])[]): [string, string][] => list.map(([name, value]) => [name, value]);
  return {
    probe: exchange.probe,
    operation: exchange.operation,
    request: { method: exchange.request.method, url: exchange.request.url, headers: headers(exchange.request.headers) },
    response: exchange.response
      ? { status: exchange.response.status, headers: headers(exchange.response.headers), excerpt: exchange.response.excerpt }
      : null,
    ...(exchange.error !== undefined ? { error: exchange.error } : {}),
    answer_class: exchange.answerClass,
    ...(exchange.shows ? { shows: exchange.shows } : {}),
    curl: exchange.curl,
    duration_ms: exchange.duration,
  };
}

function operationOf(row: MatrixRow, result: ScanResult, reasons: ReasonTable): DocumentOperation {
  const probes: DocumentOperation['probes'] = {};
  for (const probe of result.matrix.probes) {
    const cell = row.cells.get(probe) ?? {};
    const answers: DocumentOperation['probes'][string] = {};
    for (const witness of WITNESS_NAMES) {
      if (!result.witnesses[witness]) continue;
      answers[witness] = verdictOf(cell[witness] ?? { verdict: 'unknown', reasons: [{ text: whyAbsent(row, witness) }] }, reasons);
    }
    probes[probe] = answers;
  }
  return {
    id: row.id,
    method: row.method,
    path: row.path,
    view: row.source?.view ?? null,
    file: row.source?.place?.file ?? null,
    line: row.source?.place?.line ?? null,
    spec_pointer: row.documented?.pointer ?? null,
    spec_line: row.documented?.place.line ?? null,
    intended_public: row.intendedPublic ? { ...row.intendedPublic } : null,
    sensitive: row.sensitive,
    probes,
  };
}

/** Why a witness that took part has no answer for an operation. */
export function whyAbsent(row: MatrixRow, witness: WitnessName): string {
  if (witness === 'promised' && !row.documented) return 'not in the document';
  if (witness === 'predicted' && !row.source) return 'not in the source';
  return 'not asked';
}

function verdictOf(verdict: Verdict, reasons: ReasonTable): DocumentVerdict {
  return {
    verdict: verdict.verdict,
    ...(verdict.status !== undefined ? { status: verdict.status } : {}),
    ...(verdict.stage !== undefined ? { stage: verdict.stage } : {}),
    ...(verdict.conditions ? { conditions: [...verdict.conditions] } : {}),
    reasons: reasons.indexes(verdict.reasons),
    ...(verdict.next !== undefined ? { next: verdict.next } : {}),
    ...(verdict.effect !== undefined ? { effect: verdict.effect } : {}),
  };
}

function findingOf(finding: Finding, reasons: ReasonTable): DocumentFinding {
  const { place, documentPlace } = finding;
  return {
    id: finding.id,
    rule: finding.rule.id,
    family: finding.rule.family,
    title: finding.title,
    message: finding.message,
    cause: finding.cause,
    cwe: finding.rule.cwe,
    owasp: [...finding.rule.owasp],
    severity: finding.severity,
    security_severity: SECURITY_SEVERITY[finding.severity],
    confidence: finding.confidence,
    gates: finding.gates,
    operations: [...finding.operations],
    verdicts: Object.fromEntries(Object.entries(finding.verdicts).map(([probe, byWitness]) => [probe, { ...byWitness }])),
    location: place
      ? {
          file: place.file,
          line: place.line,
          ...(place.column !== undefined ? { column: place.column } : {}),
          ...(place.endLine !== undefined ? { end_line: place.endLine } : {}),
          ...(place.endColumn !== undefined ? { end_column: place.endColumn } : {}),
          symbol: finding.symbol,
        }
      : null,
    document_location: documentPlace ? { file: documentPlace.file, line: documentPlace.line, pointer: documentPlace.pointer } : null,
    reasons: reasons.indexes(finding.reasons),
    proof: [...finding.proof],
    refute: finding.rule.refute,
    fix: null,
    suppressed: finding.suppressed ? { ...finding.suppressed } : null,
    baseline: finding.baseline,
    references: [...finding.rule.references],
  };
}
