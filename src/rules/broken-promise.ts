/** Rule: the document promises protection, and the request gets in. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, isWrite, kindOf, letIn } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { handsOutNothing, opennessOf } from './shared/openness.ts';
import { rateOpen } from './shared/rating.ts';

export const rule: Rule = {
  id: 'broken-promise',
  title: 'the document promises protection that is not there',
  family: 'bypass',
  severity: 'critical',
  cwe: 'CWE-306',
  owasp: ['API2:2023', 'API9:2023'],
  why: 'The OpenAPI document says that the operation needs a token; source or server let a request in without one. Clients, gateways and reviewers believe the document. Reported only where no other rule names the cause.',
  bad: `# openapi.yaml: security: [{bearerAuth: []}] for everything
class HealthView(View):
    def get(self, request):
        return JsonResponse(report())
`,
  good: `# openapi.yaml
/api/health/:
  get:
    security: []
`,
  refute:
    'Call the operation without a token: it must answer 401 or 403. If the operation is meant to be open, the document is wrong: give it security: [].',
  references: [
    'CWE-306: Missing Authentication for Critical Function',
    'OWASP API9:2023 Improper Inventory Management',
    'OpenAPI Specification 3.1, Security Requirement Object',
  ],
  last: true,
  judge(matrix, facts, explained) {
    return groupHits(broken(matrix, facts, explained)).map((group) =>
      reportOf(group, {
        title: 'the document promises protection that is not there',
        message: `${namesOf(group)}: the document asks for a token, and a request without one gets in.`,
        cause: group.cause?.text ?? 'nothing that guards the operation was found',
        caption: group.cause ? 'asks for no token' : undefined,
      }),
    );
  },
};

function broken(matrix: Matrix, facts: SourceFacts | null, explained: ReadonlySet<string>): readonly Hit[] {
  const open = opennessOf(matrix, facts).filter((hit) => hit.promise === 'protected' && !explained.has(hit.row.id));
  const hits: Hit[] = [...open];
  const known = new Set(open.map((hit) => hit.row.id));
  // Promised for the made-up token alone: rare, and only where no rule saw it through.
  for (const row of matrix.rows) {
    if (known.has(row.id) || explained.has(row.id) || row.intendedPublic) continue;
    if (kindOf(row, 'garbage-token', 'promised') !== 'rejects' || !letIn(row, 'garbage-token')) continue;
    if (kindOf(row, 'no-token', 'promised') !== 'rejects' || handsOutNothing(row, 'garbage-token')) continue;
    const rating = rateOpen({
      promise: 'protected',
      predicted: kindOf(row, 'garbage-token', 'predicted'),
      observed: kindOf(row, 'garbage-token', 'observed'),
      heavy: isWrite(row) || row.sensitive,
      siblingsGuarded: false,
    });
    hits.push({ row, probe: 'garbage-token', cause: causeOf(row, 'garbage-token', facts), rating });
  }
  return hits;
}
