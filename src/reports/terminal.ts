/** The report for people at a terminal: findings with source excerpts, what is unknown, who gets in, how it ended. */
import type { Finding } from '../model/finding.ts';
import type { Cell, MatrixRow } from '../model/matrix.ts';
import type { Place } from '../model/place.ts';
import { formatPlace } from '../model/place.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { proofsOf } from './digest/exchanges.ts';
import { orderFindings } from './digest/order.ts';
import { count, isActive, isNote, outcomeOf } from './digest/outcome.ts';
import { purposeOf } from './digest/purposes.ts';
import { ADMISSION_WORDS, type Admission, operationTitle, whoGetsIn, witnessWords } from './digest/who-gets-in.ts';
import { witnessLines } from './digest/witnesses.ts';
import type { Report, ReportOptions } from './report.ts';
import { drawSource } from './text/draw-source.ts';
import { Page, type Part, SEVERITY_STYLE } from './text/page.ts';
import { plain } from './text/plain.ts';
import { cells, cut, keepEnd, wrap } from './text/width.ts';

export const report: Report = {
  id: 'terminal',
  title: 'for people: findings with source excerpts and the outcome',
  render(result, options) {
    const page = new Page(Math.max(40, options.width), options.color);
    head(page, result);
    findings(page, result, options);
    unknowns(page, result, options);
    problems(page, result, options);
    openOnPurpose(page, result, options);
    groups(page, result);
    outcome(page, result, options);
    return page.toString();
  },
};

const LABEL = 17;
const SHOWN_UNKNOWNS = 5;
const SHOWN_PROBES = 3;
const SHOWN_PROBLEMS = 3;
const SHOWN_PURPOSES = 20;

function head(page: Page, result: ScanResult): void {
  const name = `Unlatched ${result.tool.version.split('.').slice(0, 2).join('.')}  `;
  for (const [index, { label, text, present }] of witnessLines(result).entries()) {
    const lines = wrap(plain(text), page.width - name.length - 10);
    // Two lines name a witness; a hostile or very long name must not push the findings off the screen.
    const shown = lines.length > 2 ? [lines[0]!, cut(lines.slice(1).join(' '), page.width - name.length - 10)] : lines;
    for (const [row, line] of shown.entries()) {
      const first: Part = index === 0 && row === 0 ? ['bold', name] : ' '.repeat(name.length);
      page.line(first, (row === 0 ? label : '').padEnd(10), present ? line : ['dim', line]);
    }
  }
  page.blank();
}

function findings(page: Page, result: ScanResult, options: ReportOptions): void {
  for (const [index, finding] of orderFindings(result.findings).entries()) {
    if (!isActive(finding) || (isNote(finding) && !options.all)) continue;
    findingBlock(page, result, finding, index + 1);
    page.blank();
  }
}

function findingBlock(page: Page, result: ScanResult, finding: Finding, number: number): void {
  const style = SEVERITY_STYLE[finding.severity];
  const lead = `${number} ${finding.severity}`;
  const rule = `[${finding.rule.id}]: `;
  const title = wrap(plain(finding.title), page.width - lead.length - rule.length - finding.rule.cwe.length - 2);
  const [firstTitle, ...moreTitle] = title.length > 2 ? wrap(plain(finding.title), page.width - 4) : title;
  if (title.length > 2) {
    page.ends([style, lead + rule.trimEnd()], ['dim', finding.rule.cwe]);
    for (const each of [firstTitle!, ...moreTitle]) page.line('    ', ['bold', each]);
  } else {
    page.line(
      [style, lead],
      ['dim', rule],
      ['bold', firstTitle!],
      ' '.repeat(Math.max(2, page.width - lead.length - rule.length - cells(firstTitle!) - finding.rule.cwe.length)),
      ['dim', finding.rule.cwe],
    );
    for (const each of moreTitle) page.line('    ', ['bold', each]);
  }
  const place = finding.place ?? finding.documentPlace ?? null;
  arrow(page, place, `${finding.confidence}${finding.gates ? ', gates' : ''}`);
  const gutter = place ? drawSource(page, result, place, finding.caption ?? finding.cause) : 0;
  const left = ' '.repeat((gutter || 2) + 1);
  if (gutter === 0) notice(page, left, 'cause', finding.cause);
  probeLines(page, left, Object.entries(finding.verdicts), number);
  if (finding.operations.length > 0) notice(page, left, 'reaches', reaches(result, finding, page.width - left.length - 2 - LABEL));
  if (finding.place && finding.documentPlace)
    notice(page, left, 'document', `${formatPlace(finding.documentPlace)} ${finding.documentPlace.pointer}`);
  const [proof] = proofsOf(result, finding);
  if (proof?.response)
    notice(page, left, 'proof', `${proof.request.method} ${pathOf(proof.request.url)} answered ${proof.response.status} (${proof.id})`);
}

function arrow(page: Page, place: Place | null, right: string): void {
  if (!place) {
    page.ends(['dim', '  --> no place in the source'], ['dim', right]);
    return;
  }
  const position = `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const room = page.width - 6 - position.length - right.length - 2;
  const path = keepEnd(plain(place.file), room);
  page.line(['blue', '  --> '], path, position, ' '.repeat(room - cells(path) + 2), ['dim', right]);
}

function notice(page: Page, left: string, label: string, text: string): void {
  page.paragraph(`${left}= ${`${label} `.padEnd(LABEL)}`, text);
}

function probeLines(
  page: Page,
  left: string,
  probes: readonly (readonly [string, Cell | Finding['verdicts'][string]])[],
  number: number,
): void {
  for (const [probe, cell] of probes.slice(0, SHOWN_PROBES)) {
    const parts: Part[] = [];
    for (const { witness, word, kind } of witnessWords(cell)) {
      if (parts.length > 0) parts.push(['dim', ' | ']);
      parts.push(
        `${witness} `,
        kind === 'admits' && probe !== 'valid-token' ? ['alarm', word] : kind === undefined || kind === 'unknown' ? ['dim', word] : word,
      );
    }
    const label = `${left}= ${`${probe} `.padEnd(LABEL)}`;
    const length = cells(label) + parts.reduce((sum, part) => sum + cells(typeof part === 'string' ? part : part[1]), 0);
    if (length <= page.width) {
      page.line(label, ...parts);
    } else {
      page.line(label.trimEnd());
      page.line(`${left}    `, ...parts);
    }
  }
  if (probes.length > SHOWN_PROBES) notice(page, left, '', `+${probes.length - SHOWN_PROBES} probes: unlatched explain ${number}`);
}

/** `6 operations: GET /a/, GET /b/, +4`, as many as fit into one line. */
function reaches(result: ScanResult, finding: Finding, room: number): string {
  const titles = finding.operations.map((id) => plain(operationTitle(result, id)));
  const start = `${count(titles.length, 'operation')}: `;
  let text = start + cut(titles[0]!, room - start.length - 6);
  let shown = 1;
  for (const title of titles.slice(1)) {
    if (cells(`${text}, ${title}, +99`) > room) break;
    text += `, ${title}`;
    shown += 1;
  }
  return shown < titles.length ? `${text}, +${titles.length - shown}` : text;
}

function unknowns(page: Page, result: ScanResult, options: ReportOptions): void {
  const all = result.matrix.coverage.notJudged;
  const shown = options.all ? all : all.slice(0, SHOWN_UNKNOWNS);
  for (const { reason, operations, next } of shown) {
    const first = operations[0];
    const amount = count(operations.length, 'operation');
    const title = first
      ? `${plain(operationTitle(result, first))}${operations.length > 1 ? ` and ${operations.length - 1} more` : ''} could not be judged`
      : plain(reason);
    const room = page.width - '? unknown: '.length - amount.length - 2;
    page.line(['yellow', '? unknown: '], ['bold', cut(title, room)], ' '.repeat(Math.max(2, room + 2 - cells(cut(title, room)))), [
      'dim',
      amount,
    ]);
    const place = placeOf(result, operations, reason);
    let gutter = 0;
    if (place) {
      arrow(page, place, '');
      gutter = drawSource(page, result, place, reason, { style: 'yellow' });
    }
    const left = ' '.repeat((gutter || 2) + 1);
    if (gutter === 0) notice(page, left, 'because', reason);
    notice(page, left, 'next', next ?? `unlatched explain "${first ? operationTitle(result, first) : ''}"`);
    page.blank();
  }
  const hidden = all.slice(shown.length);
  if (hidden.length > 0) {
    page.line(
      ['yellow', `? ${hidden.length} more reasons`],
      ` for ${count(new Set(hidden.flatMap((each) => each.operations)).size, 'operation')}: --all`,
    );
    page.blank();
  }
}

/** Where an operation could not be judged: the first place that its unknown verdicts with this reason name. */
function placeOf(result: ScanResult, operations: readonly string[], reason: string): Place | null {
  const rows = new Map<string, MatrixRow>(result.matrix.rows.map((row) => [row.id, row]));
  for (const id of operations) {
    for (const cell of rows.get(id)?.cells.values() ?? []) {
      for (const verdict of [cell.predicted, cell.observed]) {
        const found = verdict?.verdict === 'unknown' ? verdict.reasons.find((each) => each.text === reason && each.place) : undefined;
        if (found?.place) return found.place;
      }
    }
  }
  return null;
}

function problems(page: Page, result: ScanResult, options: ReportOptions): void {
  const worth = result.problems.filter((problem) => options.all || problem.severity !== 'note');
  const shown = options.all ? worth : worth.slice(0, SHOWN_PROBLEMS);
  for (const { severity, text, place } of shown) {
    page.paragraph([severity === 'error' ? 'red' : 'yellow', `${severity}: `], place ? `${formatPlace(place)}: ${text}` : text);
  }
  if (worth.length > shown.length) page.line(`${worth.length - shown.length} more problems: --all`);
  page.blank();
}

function openOnPurpose(page: Page, result: ScanResult, options: ReportOptions): void {
  const rows = whoGetsIn(result).get('on-purpose')!;
  if (rows.length === 0) return;
  page.line(['bold', `Open on purpose (${rows.length}), listed once for review`]);
  const shown = options.all ? rows : rows.slice(0, SHOWN_PURPOSES);
  const column = Math.min(Math.max(...shown.map((row) => cells(plain(`${row.method} ${row.path}`)))), Math.floor(page.width * 0.55));
  for (const row of shown) {
    const title = cut(plain(`${row.method} ${row.path}`), column);
    page.line('  ', title, ' '.repeat(column - cells(title) + 2), [
      'dim',
      cut(plain(purposeOf(row, result) ?? ''), page.width - column - 4),
    ]);
  }
  if (shown.length < rows.length) page.line(`  +${rows.length - shown.length}: --all`);
  page.blank();
}

function groups(page: Page, result: ScanResult): void {
  const who = whoGetsIn(result);
  if (result.matrix.rows.length === 0) return;
  const item = (admission: Admission): Part[] => {
    const number = who.get(admission)!.length;
    const alarming = number > 0 && (admission === 'anyone' || admission === 'forged');
    const text = `${ADMISSION_WORDS[admission]} ${number}${alarming ? ' !' : ''}`;
    return [alarming ? ['alarm', text] : number > 0 && admission === 'unknown' ? ['yellow', text] : text, '   '];
  };
  const byDocument = result.witnesses.predicted || result.witnesses.observed ? '' : ' by the document alone';
  const title = `Who gets in (${count(result.matrix.rows.length, 'operation')})${byDocument}`;
  const rows: Part[][] = [
    [...item('anyone'), ...item('forged'), ...item('unknown')],
    [...item('on-purpose'), ...item('valid-only')],
  ];
  if (title.length + 4 + 45 > page.width) {
    page.line(['bold', title]);
    for (const row of rows) page.line('  ', ...row);
  } else {
    for (const [index, row] of rows.entries()) page.line(['bold', (index === 0 ? title : '').padEnd(title.length + 4)], ...row);
  }
  page.blank();
}

function outcome(page: Page, result: ScanResult, options: ReportOptions): void {
  const { word, sentence, coverage, notVerified, next } = outcomeOf(result);
  const notes = options.all ? 0 : result.findings.filter((finding) => isActive(finding) && isNote(finding)).length;
  const lead: Part = [word === 'PASS' ? 'green' : word === 'FAIL' ? 'alarm' : 'yellow', word];
  const indent = 6;
  const text = `${sentence}${notes > 0 ? ` ${count(notes, 'note')}: --all` : ''}`;
  if (word.length < indent - 1) {
    page.paragraph([lead[0] as 'red', word.padEnd(indent)], text);
  } else {
    page.line(lead);
    page.paragraph(' '.repeat(indent), text);
  }
  page.paragraph(' '.repeat(indent), coverage);
  if (result.grade) page.paragraph(' '.repeat(indent), `grade ${result.grade.letter}, ${result.grade.score} of 100`);
  if (word === 'FAIL' && notVerified) page.paragraph(' '.repeat(indent), `Not verified either: ${notVerified}.`, 'yellow');
  if (next) page.paragraph(['bold', 'next'.padEnd(indent)], next);
}

function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/';
}
