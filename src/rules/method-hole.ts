/** Rule: one method or action of a view is open while its neighbours ask for a token. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, ENTRANCES, isTurnedAway, isWrite, kindOf, letIn, promiseOf } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { opennessOf } from './shared/openness.ts';
import { rateForged } from './shared/rating.ts';

export const rule: Rule = {
  id: 'method-hole',
  title: 'a method or action of a guarded view is open',
  family: 'bypass',
  severity: 'critical',
  cwe: 'CWE-306',
  owasp: ['API5:2023', 'API2:2023'],
  why: 'The permission decides by method or action and forgets one: POST asks for a user and GET does not, PUT does and PATCH does not, an action falls into the branch that was meant for another. The view looks guarded, and a test of the guarded method passes.',
  bad: `class InvoicePermission(BasePermission):
    def has_permission(self, request, view):
        if request.method == "POST":
            return request.user.is_staff
        return True
`,
  good: `class InvoicePermission(BasePermission):
    def has_permission(self, request, view):
        if request.method == "POST":
            return request.user.is_staff
        return request.user.is_authenticated
`,
  refute:
    'Call the open method and a guarded one of the same view without a token: both must answer 401 or 403. If the reads are meant to be open, say so in the document (security: []) or list them as public.',
  references: [
    'CWE-306: Missing Authentication for Critical Function',
    'CWE-288: Authentication Bypass Using an Alternate Path or Channel (for HEAD and overridden methods)',
    'OWASP API5:2023 Broken Function Level Authorization',
    'RFC 9110 section 9.3.2 (HEAD is answered by the handler of GET)',
    'Django REST framework: viewsets, introspecting ViewSet actions',
  ],
  judge(matrix, facts) {
    const holes = opennessOf(matrix, facts).filter((hit) => hit.kind === 'method');
    const reports = groupHits(holes).map((group) =>
      reportOf(group, {
        title:
          group.operations.length === 1
            ? 'one method or action of a guarded view is open'
            : 'methods or actions of a guarded view are open',
        message: `${namesOf(group)}: a request without any token gets in, while other operations of the same view turn it away.`,
        cause: group.cause?.text ?? 'the other methods ask for a token, this one does not',
        caption: 'lets the others pass',
      }),
    );
    for (const group of groupHits(holesBy('method-override', matrix, facts))) {
      reports.push(
        reportOf(group, {
          title: 'a header that names the method leads around the gate',
          message: `${namesOf(group)}: turns away a request without a token, and runs for one that is sent with another method and names this one in a header or field.`,
          cause: group.cause?.text ?? 'the gate looks at the method before the override is honoured',
          caption: 'another method from here on',
        }),
      );
    }
    for (const group of groupHits(holesBy('head-method', matrix, facts))) {
      reports.push(
        reportOf(group, {
          title: 'HEAD is open where GET is guarded',
          message: `${namesOf(group)}: GET turns away a request without a token, HEAD runs the same handler for it.`,
          cause: group.cause?.text ?? 'the check compares the method with GET',
          caption: 'HEAD is not GET',
        }),
      );
    }
    return reports;
  },
};

/** Operations that turn away a plain request without a token, and let this one in. */
function holesBy(probe: 'head-method' | 'method-override', matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  const hits: Hit[] = [];
  for (const row of matrix.rows) {
    if (!letIn(row, probe) || letIn(row, 'no-token') || row.intendedPublic) continue;
    // The same witness must have turned GET away, else the two answers cannot be compared.
    if (!ENTRANCES.some((witness) => kindOf(row, probe, witness) === 'admits' && isTurnedAway(row, 'no-token', witness))) continue;
    const heavy = isWrite(row) || promiseOf(row, matrix) === 'protected';
    const rating = rateForged(heavy ? 'high' : 'medium', kindOf(row, probe, 'predicted'), kindOf(row, probe, 'observed'));
    hits.push({ row, probe, cause: causeOf(row, probe, facts), rating });
  }
  return hits;
}
