/** Rule: a cache in front of the gate gives the answer to one caller to everybody. */

import type { Rule } from '../model/finding.ts';
import type { Matrix, MatrixRow } from '../model/matrix.ts';
import { promiseOf, verdictOf } from './shared/evidence.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { fromCache } from './shared/openness.ts';

export const rule: Rule = {
  id: 'shared-cache',
  title: 'a cache gives private answers to everybody',
  family: 'bypass',
  severity: 'high',
  cwe: 'CWE-524',
  owasp: ['API8:2023'],
  why: 'The view turns away whoever has no token, but a cache stands in front of it and does not tell callers apart: as soon as somebody with a token has asked, the same address answers everybody with that answer until it expires. A test that only asks without a token never sees it.',
  bad: `path("reports/", cache_page(60)(ReportView.as_view()))
`,
  good: `path("reports/", cache_page(60)(vary_on_headers("Authorization")(ReportView.as_view())))
`,
  refute:
    'Ask without a token, then with one, then without again at the same address: the third answer must be 401 as well, and so must a fourth to an empty Authorization header. Newer versions of Django keep answers to requests with an Authorization header apart by themselves.',
  references: [
    'CWE-524: Use of Cache Containing Sensitive Information',
    'RFC 9111 section 3.5 (storing responses to authenticated requests)',
    'OWASP ASVS 5.0, 14.2.5',
    'Django: cache framework, using Vary headers',
    'CVE-2026-35193 and CVE-2026-113593 (Django before 5.2.15 and 5.2.19)',
  ],
  judge(matrix) {
    const hits = matrix.rows
      .filter((row) => row.intendedPublic === null && fromCache(row))
      .map((row) => ({
        row,
        probe: 'no-token',
        cause: null,
        rating: { severity: severityOf(row, matrix), confidence: 'firm' as const },
      }));
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'a cache gives private answers to everybody',
        message: `${namesOf(group)}: turned away without a token, unless somebody with one has just asked: then the cache answers${withEmptyHeader(group.hits[0]!.row) ? ' whoever sends an empty Authorization header' : ''}.`,
        cause: 'a cache in front of the view does not tell callers apart',
      }),
    );
  },
};

/** The cache takes an empty header for none, and something in front of it does not. */
function withEmptyHeader(row: MatrixRow): boolean {
  return verdictOf(row, 'no-token', 'observed')?.conditions?.some((condition) => condition.includes('empty Authorization header')) ?? false;
}

function severityOf(row: MatrixRow, matrix: Matrix): 'critical' | 'high' {
  return row.sensitive && promiseOf(row, matrix) === 'protected' ? 'critical' : 'high';
}
