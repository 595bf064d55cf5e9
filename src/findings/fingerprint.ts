/** The id of a finding: it survives moved lines and changed white space, and changes when the cause does. */
import { createHash } from 'node:crypto';
import type { Report } from '../model/finding.ts';

/** Text of a line of a file (1-based), or null when it cannot be read. */
export type LineReader = (file: string, line: number) => string | null;

/**
 * Ids for the reports of one scan, in their order: `rule:8 hex digits` from rule, symbol, file and the text of the line
 * without white space. Equal ones are told apart by their place among each other.
 */
export function fingerprints(
  reports: readonly { readonly rule: string; readonly report: Report }[],
  lineOf: LineReader,
): readonly string[] {
  const contents = reports.map(({ rule, report }) => contentOf(rule, report, lineOf));
  const byPlace = [...reports.keys()].sort(
    (left, right) => (reports[left]!.report.place?.line ?? 0) - (reports[right]!.report.place?.line ?? 0),
  );
  const seen = new Map<string, number>();
  const ids = new Array<string>(reports.length);
  for (const index of byPlace) {
    const content = contents[index]!;
    const count = (seen.get(content) ?? 0) + 1;
    seen.set(content, count);
    const digest = createHash('sha256').update(count === 1 ? content : `${content}\0${count}`);
    ids[index] = `${reports[index]!.rule}:${digest.digest('hex').slice(0, 8)}`;
  }
  return ids;
}

function contentOf(rule: string, report: Report, lineOf: LineReader): string {
  const { place, documentPlace, symbol } = report;
  const where = place
    ? [place.file.replaceAll('\\', '/'), (lineOf(place.file, place.line) ?? '').replace(/\s+/g, '')]
    : documentPlace
      ? [documentPlace.file.replaceAll('\\', '/'), documentPlace.pointer]
      : [];
  return [rule, symbol, ...where].join('\0');
}
