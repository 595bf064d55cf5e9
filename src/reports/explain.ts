/** What `unlatched explain` prints: one operation or finding as a person would trace it, from the policy to the proof. */
import type { Finding } from '../model/finding.ts';
import type { MatrixRow, SourceOperation } from '../model/matrix.ts';
import { nearestName } from '../model/nearest-name.ts';
import { matchesOperation, parseOperationPattern } from '../model/operation.ts';
import { formatPlace, type Place } from '../model/place.ts';
import { WITNESS_NAMES, type WitnessName } from '../model/probe.ts';
import type { ScanResult } from '../model/scan-result.ts';
import type { Verdict } from '../model/verdict.ts';
import { findFinding, orderFindings } from './digest/order.ts';
import { count, isActive, scanCommand } from './digest/outcome.ts';
import { purposeOf } from './digest/purposes.ts';
import { stepsOf } from './digest/steps.ts';
import { ADMISSION_WORDS, admissionOf, operationTitle, verdictWord } from './digest/who-gets-in.ts';
import { whyAbsent } from './json.ts';
import type { ReportOptions } from './report.ts';
import { drawSource } from './text/draw-source.ts';
import { Page, type Part, SEVERITY_STYLE, type Style } from './text/page.ts';
import { permissionText } from './text/permissions.ts';
import { plain } from './text/plain.ts';
import { cells, cut, cutMiddle, wrap } from './text/width.ts';

export type Explanation = { readonly text: string } | { readonly notFound: string };

const MOST_OPERATIONS = 5;
const LABEL = 16;

/**
 * Explains what a user named: `METHOD /path/` (with `{id}`, `{}`, `<int:pk>` or a concrete value), a finding id, or the
 * number of a finding in the last output. `notFound` is one line for an error message with exit code 2.
 */
export function explain(result: ScanResult, query: string, options: ReportOptions): Explanation {
  const page = new Page(Math.max(40, options.width), options.color);
  const pattern = parseOperationPattern(query);
  if (pattern) {
    const rows = result.matrix.rows.filter((row) => matchesOperation(pattern, row.method, row.path));
    if (rows.length === 0) return { notFound: noSuchOperation(result, query) };
    for (const row of rows.slice(0, MOST_OPERATIONS)) {
      operation(page, result, row, null);
      page.blank();
    }
    if (rows.length > MOST_OPERATIONS) page.line(`${rows.length - MOST_OPERATIONS} more operations match ${query}`);
    return { text: page.toString() };
  }
  const finding = findFinding(result, query.trim());
  if (!finding) return { notFound: noSuchFinding(result, query) };
  const row = rowOf(result, finding);
  findingHead(page, result, finding);
  page.blank();
  if (row) {
    operation(page, result, row, finding);
  } else {
    path(page, result, { verdict: 'unknown', reasons: finding.reasons }, 'Why');
    closing(page, result, null, finding);
  }
  return { text: page.toString() };
}

/** The operation that shows a finding best: one that a probe of the finding gets into. */
function rowOf(result: ScanResult, finding: Finding): MatrixRow | null {
  const rows = result.matrix.rows.filter((row) => finding.operations.includes(row.id));
  const probes = Object.keys(finding.verdicts);
  return rows.find((row) => probes.some((probe) => getsIn(row, probe))) ?? rows[0] ?? null;
}

function noSuchOperation(result: ScanResult, query: string): string {
  const near = nearestName(
    query.trim(),
    result.matrix.rows.map((row) => `${row.method} ${row.path}`),
  );
  return plain(`no operation ${query.trim()} in this scan${near ? `; did you mean "${near}"?` : ': unlatched routes lists all'}`);
}

function noSuchFinding(result: ScanResult, query: string): string {
  const amount = result.findings.length;
  return plain(
    `no finding ${JSON.stringify(query)}: this scan has ${amount === 0 ? 'none' : `numbers 1 to ${amount}`}; an operation is written "GET /path/"`,
  );
}

function findingHead(page: Page, result: ScanResult, finding: Finding): void {
  const number = orderFindings(result.findings).indexOf(finding) + 1;
  page.ends(
    [SEVERITY_STYLE[finding.severity], `${number} ${finding.severity}[${finding.rule.id}]`],
    ['dim', `${finding.rule.cwe}, ${finding.confidence}${finding.gates ? ', gates' : ''}`],
  );
  page.paragraph('', finding.title, 'bold');
  page.paragraph('', finding.message);
  if (finding.suppressed) page.paragraph('', `Suppressed by ${finding.suppressed.by}: ${finding.suppressed.reason}`, 'dim');
  const place = finding.place ?? finding.documentPlace;
  if (place) {
    page.line(['blue', '  --> '], where(place));
    drawSource(page, result, place, finding.caption ?? finding.cause);
  }
  if (finding.operations.length > 1) {
    page.blank();
    page.line(`Reaches ${count(finding.operations.length, 'operation')}:`);
    for (const id of finding.operations.slice(0, 12)) page.line('  ', operationTitle(result, id));
    if (finding.operations.length > 12) page.line(`  +${finding.operations.length - 12}`);
  }
}

function operation(page: Page, result: ScanResult, row: MatrixRow, finding: Finding | null): void {
  const who = admissionOf(row, result);
  const words = `${ADMISSION_WORDS[who]}${who === 'anyone' || who === 'forged' ? ' !' : ''}`;
  page.ends(
    ['bold', cutMiddle(plain(`${row.method} ${row.path}`), page.width - words.length - 2)],
    [who === 'anyone' || who === 'forged' ? 'alarm' : 'dim', words],
  );
  page.blank();
  policy(page, result, row);
  page.blank();
  probes(page, result, row);
  page.blank();
  const probe = decidingProbe(result, row, finding);
  const decided = probe === null ? null : deciding(row, probe);
  if (probe !== null && decided) {
    path(page, result, decided.verdict, `How ${probe} is answered (${decided.witness}: ${verdictWord(decided.verdict)})`);
    others(page, result, row, probe, decided.witness);
  }
  closing(page, result, row, finding);
}

function policy(page: Page, result: ScanResult, row: MatrixRow): void {
  page.line(['bold', 'Policy']);
  const { source, documented } = row;
  if (source) {
    entry(page, 'view', `${source.view ?? 'unknown'}${source.action ? `, action ${source.action}` : ''}`, source.place);
    if (source.routePlace) entry(page, 'route', source.path, source.routePlace);
    part(page, source, 'authenticators', source.authenticators?.join(', ') || (source.authenticators ? 'none' : null));
    part(
      page,
      source,
      'permissions',
      source.permissions?.map(permissionText).join(' & ') || (source.permissions ? 'none: nothing is asked' : null),
    );
    part(page, source, 'throttles', source.throttles?.join(', ') || (source.throttles ? 'none' : null));
    if (source.unknown) entry(page, 'undecided', `${source.unknown}${source.next ? `. Next: ${source.next}` : ''}`, null);
  } else {
    entry(page, 'view', result.witnesses.predicted ? 'not in the source' : 'the source was not read', null);
  }
  if (documented) {
    const asks = documented.schemes.length > 0 ? `asks for ${documented.schemes.join(', ')}` : 'asks for nothing';
    entry(page, 'document', `${asks}, ${documented.pointer}`, documented.place);
  } else if (result.witnesses.promised) entry(page, 'document', 'does not describe this operation', null);
  const purpose = purposeOf(row, result);
  if (purpose !== null) entry(page, 'on purpose', purpose, null);
}

function part(page: Page, source: SourceOperation, name: 'authenticators' | 'permissions' | 'throttles', text: string | null): void {
  entry(page, name, text ?? 'undecided', null);
  for (const link of source.provenance[name] ?? []) entry(page, '', `from ${link.text}`, link.place ?? null);
}

/** A label, wrapped text, and the place at the end of the last line or on a line of its own. */
function entry(page: Page, label: string, text: string, place: Place | null): void {
  const lines = wrap(plain(text), page.width - LABEL - 2);
  const at = place ? plain(formatPlace(place)) : '';
  const last = lines.at(-1)!;
  const fits = at !== '' && cells(last) + cells(at) + LABEL + 4 <= page.width;
  for (const [index, line] of lines.entries()) {
    page.line('  ', (index === 0 ? label : '').padEnd(LABEL), line, fits && index === lines.length - 1 ? ['dim', `  ${at}`] : '');
  }
  if (at !== '' && !fits) page.line(' '.repeat(LABEL + 2), ['dim', at]);
}

function probes(page: Page, result: ScanResult, row: MatrixRow): void {
  const names = result.matrix.probes;
  const width = Math.min(24, Math.max(14, ...names.map((name) => name.length)) + 2);
  const column = Math.min(18, Math.floor((page.width - width - 2) / 3));
  page.line(['bold', 'Probe'.padEnd(width + 2)], ...WITNESS_NAMES.map((witness): Part => ['bold', witness.padEnd(column)]));
  for (const probe of names) {
    const cell = row.cells.get(probe) ?? {};
    const parts = WITNESS_NAMES.map((witness): Part => {
      const verdict = cell[witness];
      const text = `${verdictWord(verdict)}${verdict?.status === undefined ? '' : ` ${verdict.status}`}`;
      const absent = verdict ? text : result.witnesses[witness] ? whyAbsent(row, witness) : 'not asked';
      return [toneOf(probe, verdict), cut(absent, column - 1).padEnd(column)];
    });
    page.line('  ', cut(probe, width - 1).padEnd(width), ...parts);
  }
}

function toneOf(probe: string, verdict: Verdict | undefined): Style {
  if (!verdict || verdict.verdict === 'unknown') return 'dim';
  if (verdict.verdict === 'crashes') return 'yellow';
  return (verdict.verdict === 'admits') === (probe === 'valid-token') ? 'green' : 'alarm';
}

interface Deciding {
  readonly witness: WitnessName;
  readonly verdict: Verdict;
}

const TELLERS = ['predicted', 'observed', 'promised'] as const;

/** The answer that decides a probe: the one that lets it in, else the first that knows; the source tells most, the document least. */
function deciding(row: MatrixRow, probe: string): Deciding | null {
  const cell = row.cells.get(probe) ?? {};
  const answers = TELLERS.flatMap((witness) => (cell[witness] ? [{ witness, verdict: cell[witness] }] : []));
  return (
    answers.find(({ witness, verdict }) => witness !== 'promised' && verdict.verdict === 'admits') ??
    answers.find(({ witness, verdict }) => witness !== 'promised' && verdict.verdict !== 'unknown') ??
    answers[0] ??
    null
  );
}

function getsIn(row: MatrixRow, probe: string): boolean {
  const decided = deciding(row, probe);
  return decided?.verdict.verdict === 'admits' && decided.witness !== 'promised';
}

function decidingProbe(result: ScanResult, row: MatrixRow, finding: Finding | null): string | null {
  const order = [...Object.keys(finding?.verdicts ?? {}), ...result.matrix.probes.filter((probe) => probe !== 'valid-token')];
  // A finding is about its probes; an operation is explained by what gets in, else by what nobody could tell, else by the plainest probe.
  return (
    order.find((probe) => getsIn(row, probe)) ??
    order.find((probe) => deciding(row, probe)?.verdict.verdict === 'unknown') ??
    order.find((probe) => deciding(row, probe)) ??
    null
  );
}

function path(page: Page, result: ScanResult, verdict: Verdict, title: string): void {
  const steps = stepsOf(verdict.reasons);
  page.line(['bold', title]);
  for (const [index, { reason }] of steps.entries()) {
    const at = [reason.place ? formatPlace(reason.place) : '', reason.pointer ?? '', reason.exchange ?? ''].filter(Boolean).join('  ');
    step(page, `${String(index + 1).padStart(4)}  `, reason.text, plain(at));
    // Carets only where the place is a span; a bare column would point at its first letter.
    const place =
      reason.place && (reason.place.endColumn === undefined ? { file: reason.place.file, line: reason.place.line } : reason.place);
    const before = steps[index - 1]?.reason.place;
    const again = place !== undefined && before?.file === place.file && before.line === place.line;
    if (place && !again && result.linesOf(place.file)?.[place.line - 1]?.trim())
      drawSource(page, result, place, '', { indent: 6, context: 0 });
  }
  for (const condition of verdict.conditions ?? []) page.paragraph('  if  ', condition);
  if (verdict.verdict !== 'unknown' || verdict.stage) {
    const answer = [
      verdictWord(verdict),
      verdict.status === undefined ? '' : `with ${verdict.status}`,
      verdict.stage ? `in the ${verdict.stage}` : '',
    ];
    page.paragraph('  so  ', `${answer.filter(Boolean).join(' ')}${verdict.effect ? `, and the request reaches ${verdict.effect}` : ''}`);
  }
  if (verdict.next) page.paragraph('  next  ', verdict.next);
  page.blank();
}

/** One numbered step with its place at the end of the last line, or below it. */
function step(page: Page, number: string, text: string, at: string): void {
  const lines = wrap(plain(text), page.width - number.length);
  const fits = at !== '' && cells(lines.at(-1)!) + cells(at) + number.length + 2 <= page.width;
  for (const [index, line] of lines.entries()) {
    page.line(index === 0 ? number : ' '.repeat(number.length), line, fits && index === lines.length - 1 ? ['dim', `  ${at}`] : '');
  }
  if (at !== '' && !fits) page.line(' '.repeat(number.length), ['dim', at]);
}

/** What the other witnesses say to the same probe, in short. */
function others(page: Page, result: ScanResult, row: MatrixRow, probe: string, told: WitnessName): void {
  const cell = row.cells.get(probe) ?? {};
  const rest = WITNESS_NAMES.filter((witness) => witness !== told && cell[witness]);
  if (rest.length === 0) return;
  page.line(['bold', `The other witnesses on ${probe}`]);
  for (const witness of rest) {
    const verdict = cell[witness]!;
    const reason = verdict.reasons[0];
    const ends = [reason?.place ? formatPlace(reason.place) : '', reason?.exchange ?? ''].filter(Boolean).join(', ');
    const derived = witness === 'promised' ? result.witnesses.promised?.derivedFrom : null;
    page.paragraph(
      `  ${witness.padEnd(LABEL)}`,
      `${verdictWord(verdict)}${reason ? `: ${reason.text}` : ''}${ends ? ` (${ends})` : ''}${derived ? `; derived by ${derived} from the same source, no independent promise` : ''}`,
    );
  }
  page.blank();
}

function closing(page: Page, result: ScanResult, row: MatrixRow | null, finding: Finding | null): void {
  const related = orderFindings(result.findings).filter(
    (each) => each === finding || (!finding && row && each.operations.includes(row.id)),
  );
  if (!finding && related.length > 0) {
    page.line(['bold', 'Findings']);
    for (const each of related) {
      const number = orderFindings(result.findings).indexOf(each) + 1;
      page.paragraph([SEVERITY_STYLE[each.severity], `  ${number} ${each.severity}[${each.rule.id}]: `], each.title);
    }
    page.blank();
  }
  proof(page, result, row, related);
  const refute = finding?.rule.refute ?? related[0]?.rule.refute;
  if (refute) {
    page.line(['bold', 'To refute it']);
    page.paragraph('  ', refute);
    page.blank();
  }
  page.paragraph(['bold', 'next  '], nextCommand(result, row, finding ?? related.find(isActive) ?? null, finding !== null));
}

function proof(page: Page, result: ScanResult, row: MatrixRow | null, findings: readonly Finding[]): void {
  const wanted = new Set(findings.flatMap((each) => each.proof));
  const all = result.exchanges.filter((exchange) => wanted.has(exchange.id));
  const own = row ? all.filter((exchange) => exchange.operation === row.id) : [];
  const shown = (own.length > 0 ? own : all).slice(0, 3);
  if (shown.length === 0) return;
  page.line(['bold', 'Proof']);
  for (const { curl, response, error, id } of shown) {
    page.paragraph('  $ ', curl);
    page.paragraph(
      '    ',
      response ? `answered ${response.status} (${id}): ${response.excerpt}` : `no answer (${id}): ${error ?? ''}`,
      'dim',
    );
  }
  page.blank();
}

function nextCommand(result: ScanResult, row: MatrixRow | null, finding: Finding | null, isSubject: boolean): string {
  if (finding && !isSubject) return `unlatched explain ${orderFindings(result.findings).indexOf(finding) + 1}`;
  const verdicts = row ? [...row.cells.values()].flatMap((cell) => [cell.predicted, cell.observed]) : [];
  const unknown = verdicts.find((verdict) => verdict?.verdict === 'unknown' && verdict.next);
  if (!finding && unknown?.next) return unknown.next;
  if (!result.witnesses.observed) return `${scanCommand(result)} --url http://127.0.0.1:8000`;
  return finding ? `unlatched rules ${finding.rule.id}` : scanCommand(result);
}

function where(place: Place): string {
  return `${place.file}:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
}
