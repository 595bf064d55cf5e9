/** Rule: an operation that anyone may call though nobody said so. */
import type { Report, Rule } from '../model/finding.ts';
import { forgedHits } from './shared/forged.ts';
import { type Group, groupHits, namesOf, reportOf } from './shared/group.ts';
import { opennessOf } from './shared/openness.ts';

export const rule: Rule = {
  id: 'open-operation',
  title: 'anyone may call an operation',
  family: 'bypass',
  severity: 'critical',
  cwe: 'CWE-306',
  owasp: ['API2:2023', 'API5:2023'],
  why: 'The operation answers a request that carries no token at all. An empty or inherited permission list, or AllowAny on private data, demands nothing: the authenticators may work perfectly, but nobody is turned away. Whoever knows the address reads or changes the data.',
  bad: `class ReferralListView(generics.ListAPIView):
    permission_classes = []
    queryset = Referral.objects.all()
`,
  good: `class ReferralListView(generics.ListAPIView):
    permission_classes = [IsAuthenticated]
    queryset = Referral.objects.all()
`,
  refute:
    'Call the operation without an Authorization header and without cookies. If it answers 401 or 403, something in front of the view guards it: say so with a [[tool.unlatched.public]] or ignore entry and its reason. If it is open on purpose, list it as public.',
  references: [
    'CWE-306: Missing Authentication for Critical Function',
    'OWASP API2:2023 Broken Authentication',
    'OWASP ASVS 5.0, 8.3.1',
    'RFC 6750 section 3',
    'Django REST framework: permissions, setting the permission policy',
  ],
  judge(matrix, facts) {
    // What is open by an explicit word and gives more to any token is told once, by the rule about the token.
    const forged = new Set(forgedHits(matrix, facts).map((hit) => hit.row.id));
    const open = opennessOf(matrix, facts).filter((hit) => !forged.has(hit.row.id) || (hit.cause?.implicit ?? true));
    const reports: Report[] = [];
    // An explicit AllowAny on a write alarms; explicit reads are one list for review.
    const alarming = open.filter((hit) => hit.kind === 'accident' || (hit.kind === 'deliberate' && hit.rating.severity !== 'info'));
    for (const group of groupHits(alarming)) reports.push(alarm(group));
    const deliberate = open.filter((hit) => hit.kind === 'deliberate' && hit.rating.severity === 'info');
    if (deliberate.length > 0) reports.push(list(groupHits(deliberate)));
    return reports;
  },
};

function alarm(group: Group): Report {
  const { cause } = group;
  const reads = cause?.handlerReads ?? [];
  const looks = reads.length > 0 ? `, while its handler reads ${reads.join(', ')}` : '';
  return reportOf(group, {
    title: group.operations.length === 1 ? 'anyone may call an operation' : `anyone may call ${group.operations.length} operations`,
    message: `${namesOf(group)}: a request without any token gets in${looks}.`,
    cause: cause?.text ?? 'nothing asks for a token',
    caption: cause ? (cause.kind === 'no-gate' ? 'nothing here asks for a token' : 'demands nothing') : undefined,
  });
}

/** One report for everything that is open by an explicit word in the source: for review, never an alarm. */
function list(groups: readonly Group[]): Report {
  const hits = groups
    .flatMap((group) => group.hits)
    .sort((left, right) => (left.row.id < right.row.id ? -1 : left.row.id > right.row.id ? 1 : 0));
  const operations = [...new Set(hits.map((hit) => hit.row.id))];
  const whole: Group = {
    symbol: 'open on purpose',
    place: null,
    cause: null,
    hits,
    operations,
    rating: { severity: 'info', confidence: 'firm' },
    probes: ['no-token'],
  };
  const { documentPlace: _, ...report } = reportOf(whole, {
    title: operations.length === 1 ? 'open on purpose: 1 operation' : `open on purpose: ${operations.length} operations`,
    message: `The source says in so many words that anyone may call ${operations.length === 1 ? 'this operation' : 'these operations'}. Look through the list once; name those that shall stay open under [[tool.unlatched.public]].`,
    cause: 'written down as open, and nothing speaks against it',
  });
  return {
    ...report,
    reasons: hits.map((hit) => ({
      text: `${hit.row.id}: ${hit.cause?.text ?? 'open'}`,
      ...(hit.cause ? { place: hit.cause.place } : {}),
    })),
  };
}
