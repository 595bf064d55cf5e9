/** Markdown for job summaries and comments on merge requests. */
import type { Finding } from '../model/finding.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { proofsOf } from './digest/exchanges.ts';
import { ciPath, locationOf } from './digest/location.ts';
import { orderFindings } from './digest/order.ts';
import { count, isActive, isNote, outcomeOf } from './digest/outcome.ts';
import { purposeOf } from './digest/purposes.ts';
import { ADMISSION_WORDS, ADMISSIONS, operationTitle, whoGetsIn, witnessWords } from './digest/who-gets-in.ts';
import { witnessLines } from './digest/witnesses.ts';
import type { Report, ReportOptions } from './report.ts';
import { excerpt } from './text/excerpt.ts';
import { plain } from './text/plain.ts';

export const report: Report = {
  id: 'markdown',
  title: 'Markdown for job summaries and merge-request comments',
  render: (result, options) =>
    `${[...head(result), ...findings(result, options), ...unknown(result), ...purposes(result)].join('\n').trimEnd()}\n`,
};

const SHOWN = 10;
const EXCERPT_WIDTH = 100;

function head(result: ScanResult): string[] {
  const { word, sentence, coverage, notVerified, next } = outcomeOf(result);
  const who = whoGetsIn(result);
  const lines = [`## Unlatched: ${word}`, '', `${text(sentence.charAt(0).toUpperCase() + sentence.slice(1))} ${text(coverage)}`, ''];
  if (word === 'FAIL' && notVerified) lines.push(`**Not verified either:** ${text(notVerified)}.`, '');
  if (result.matrix.rows.length > 0) {
    const alarming = (name: string): boolean => name === 'anyone' || name === 'forged';
    lines.push(`| ${ADMISSIONS.map((name) => ADMISSION_WORDS[name]).join(' | ')} |`, `|${'---:|'.repeat(ADMISSIONS.length)}`);
    lines.push(
      `| ${ADMISSIONS.map((name) => {
        const number = who.get(name)!.length;
        return number > 0 && alarming(name) ? `**${number}**` : String(number);
      }).join(' | ')} |`,
      '',
    );
  }
  for (const { label, text: words, present } of witnessLines(result)) if (present) lines.push(`- ${label}: ${text(words)}`);
  lines.push('');
  if (next) lines.push(`Next: ${code(next)}`, '');
  return lines;
}

function findings(result: ScanResult, options: ReportOptions): string[] {
  const numbered = orderFindings(result.findings)
    .map((finding, index) => ({ finding, number: index + 1 }))
    .filter(({ finding }) => isActive(finding));
  if (numbered.length === 0) return [];
  const lines = ['### Findings', '', '| | severity | finding | where | reaches |', '|---:|---|---|---|---|'];
  for (const { finding, number } of numbered) {
    const place = locationOf(result, finding);
    lines.push(
      `| ${number} | ${finding.severity}${finding.gates ? ', **gates**' : ''} | ${text(finding.title)} (${code(finding.rule.id)}) | ${code(`${ciPath(result, place.file)}:${place.line}`)} | ${finding.operations.length > 0 ? count(finding.operations.length, 'operation') : ''} |`,
    );
  }
  lines.push('');
  const detailed = numbered.filter(({ finding }) => options.all || !isNote(finding));
  for (const { finding, number } of detailed.slice(0, options.all ? undefined : SHOWN)) lines.push(...details(result, finding, number));
  return lines;
}

function details(result: ScanResult, finding: Finding, number: number): string[] {
  const lines = [`<details><summary>${number}. ${text(finding.title)}</summary>`, '', text(finding.message), ''];
  const place = finding.place ?? finding.documentPlace;
  const found = place ? excerpt(result.linesOf(place.file), place, EXCERPT_WIDTH) : null;
  if (found) {
    const drawn = found.lines.map((line) => `${String(line.number).padStart(found.gutter)} | ${line.text}`);
    const caption = plain(finding.caption ?? finding.cause);
    if (found.caretLength > 0)
      drawn.push(`${' '.repeat(found.gutter)} | ${' '.repeat(found.caretStart)}${'^'.repeat(found.caretLength)} ${caption}`);
    lines.push(...fence(drawn), '');
  } else {
    lines.push(`Cause: ${text(finding.cause)}`, '');
  }
  for (const [probe, cell] of Object.entries(finding.verdicts)) {
    lines.push(
      `- ${code(probe)}: ${witnessWords(cell)
        .map(({ witness, word }) => `${witness} ${word === 'ADMITS' ? '**ADMITS**' : word}`)
        .join(', ')}`,
    );
  }
  const titles = finding.operations.slice(0, SHOWN).map((id) => code(operationTitle(result, id)));
  if (titles.length > 0)
    lines.push(`- reaches ${titles.join(', ')}${finding.operations.length > SHOWN ? `, +${finding.operations.length - SHOWN}` : ''}`);
  for (const exchange of proofsOf(result, finding).slice(0, 2)) lines.push('', ...fence([plain(exchange.curl)]));
  lines.push('', `To refute it: ${text(finding.rule.refute)}`, '', '</details>', '');
  return lines;
}

function unknown(result: ScanResult): string[] {
  const list = result.matrix.coverage.notJudged;
  if (list.length === 0) return [];
  const rows = list
    .slice(0, SHOWN)
    .map(({ reason, operations, next }) => `| ${text(reason)} | ${operations.length} | ${next ? code(next) : ''} |`);
  return ['### Could not be judged', '', '| because | operations | next |', '|---|---:|---|', ...rows, ''];
}

function purposes(result: ScanResult): string[] {
  const rows = whoGetsIn(result).get('on-purpose')!;
  if (rows.length === 0) return [];
  const items = rows.map((row) => `- ${code(`${row.method} ${row.path}`)}: ${text(purposeOf(row, result) ?? '')}`);
  return [`<details><summary>Open on purpose (${rows.length}), listed once for review</summary>`, '', ...items, '', '</details>', ''];
}

/** Text of the scanned project: no markup, no mention of a person, no table cell of its own. */
function text(words: string): string {
  return plain(words)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|#~!]/g, '\\$&')
    .replace(/@/g, '@<!-- -->');
}

/** A code span that backticks inside it cannot end, and that may stand in a table. */
function code(words: string): string {
  const inside = plain(words).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...inside.matchAll(/`+/g)].map((run) => run[0].length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${inside} ${ticks}` : `${ticks}${inside}${ticks}`;
}

function fence(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map((run) => run[0].length)));
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}text`, ...lines, ticks];
}
