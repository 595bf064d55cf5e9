/** JUnit XML for CI systems: every operation is a test, which fails when a gating finding reaches it and is skipped when it is unknown. */
import type { Finding } from '../model/finding.ts';
import { formatPlace } from '../model/place.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { ciPath, locationOf } from './digest/location.ts';
import { orderFindings } from './digest/order.ts';
import { isActive, outcomeOf } from './digest/outcome.ts';
import { admissionOf } from './digest/who-gets-in.ts';
import type { Report } from './report.ts';
import { plain } from './text/plain.ts';

export const report: Report = {
  id: 'junit',
  title: 'JUnit XML: one test an operation',
  render(result) {
    const gating = orderFindings(result.findings).filter((finding) => finding.gates && isActive(finding));
    const suites = [suite('operations', operationCases(result, gating)), suite('project', projectCases(result, gating))];
    const sum = (key: 'tests' | 'failures' | 'skipped'): number => suites.reduce((total, each) => total + each[key], 0);
    const seconds = (result.durationMs / 1000).toFixed(3);
    return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="unlatched" tests="${sum('tests')}" failures="${sum('failures')}" skipped="${sum('skipped')}" time="${seconds}">
${suites.map((each) => each.xml).join('')}</testsuites>
`;
  },
};

interface Case {
  readonly name: string;
  readonly className: string;
  readonly file: string | null;
  readonly failures: readonly { readonly message: string; readonly type: string; readonly text: string }[];
  readonly skipped: string | null;
}

function operationCases(result: ScanResult, gating: readonly Finding[]): Case[] {
  const notJudged = new Map(
    result.matrix.coverage.notJudged.flatMap(({ reason, operations }) => operations.map((id) => [id, reason] as const)),
  );
  return result.matrix.rows.map((row) => {
    const failures = gating.filter((finding) => finding.operations.includes(row.id)).map((finding) => failureOf(result, finding));
    const unknown = admissionOf(row, result) === 'unknown' ? (notJudged.get(row.id) ?? 'could not be judged') : null;
    return {
      name: `${row.method} ${row.path}`,
      className: row.source?.view ?? 'document',
      file: row.source?.place ? ciPath(result, row.source.place.file) : null,
      failures,
      skipped: failures.length > 0 ? null : unknown,
    };
  });
}

/** Gating findings that reach no operation, and whether the scan is verified at all. */
function projectCases(result: ScanResult, gating: readonly Finding[]): Case[] {
  const ids = new Set(result.matrix.rows.map((row) => row.id));
  const { notVerified, coverage } = outcomeOf(result);
  const why = result.interrupted ? 'the scan was interrupted' : notVerified;
  const cases: Case[] = gating
    .filter((finding) => !finding.operations.some((id) => ids.has(id)))
    .map((finding) => ({
      name: `${finding.rule.id}: ${finding.symbol}`,
      className: finding.symbol,
      file: ciPath(result, locationOf(result, finding).file),
      failures: [failureOf(result, finding)],
      skipped: null,
    }));
  cases.push({
    name: 'the scan is verified',
    className: 'unlatched',
    file: null,
    failures: why ? [{ message: why, type: 'not-verified', text: coverage }] : [],
    skipped: null,
  });
  return cases;
}

function failureOf(result: ScanResult, finding: Finding): Case['failures'][number] {
  const place = locationOf(result, finding);
  const at = formatPlace({ ...place, file: ciPath(result, place.file) });
  return {
    message: `${finding.severity}[${finding.rule.id}]: ${finding.title}`,
    type: finding.rule.id,
    text: `${at}: ${finding.message} Cause: ${finding.cause}. (${finding.id})`,
  };
}

function suite(name: string, cases: readonly Case[]): { xml: string; tests: number; failures: number; skipped: number } {
  const failures = cases.filter((each) => each.failures.length > 0).length;
  const skipped = cases.filter((each) => each.skipped !== null).length;
  const xml = `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases.map(caseXml).join('')}  </testsuite>\n`;
  return { xml, tests: cases.length, failures, skipped };
}

function caseXml({ name, className, file, failures, skipped }: Case): string {
  const head = `    <testcase name="${escaped(name)}" classname="${escaped(className)}"${file === null ? '' : ` file="${escaped(file)}"`}`;
  const inside = failures.map(
    ({ message, type, text }) => `      <failure message="${escaped(message)}" type="${escaped(type)}">${escaped(text)}</failure>\n`,
  );
  if (skipped !== null) inside.push(`      <skipped message="${escaped(skipped)}"/>\n`);
  return inside.length > 0 ? `${head}>\n${inside.join('')}    </testcase>\n` : `${head}/>\n`;
}

/** XML 1.0 has no way to write control characters and the two non-characters; plain text has only the latter. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
