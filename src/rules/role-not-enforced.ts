/** Rule: an operation for administrators takes the token of somebody who is none. */
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { verdictOf } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

/** Where one of these is refused with 403, the token is a good one and not everything is open to it. */
const OF_FEW_RIGHTS = ['low-role-token', 'low-scope-token'];

export const rule: Rule = {
  id: 'role-not-enforced',
  title: 'an operation for administrators takes any user',
  family: 'bypass',
  severity: 'high',
  cwe: 'CWE-862',
  owasp: ['API5:2023'],
  why: 'Clients show the pages of the administration to administrators only, and anybody can send what they send. Where an operation asks for a login and not for whose it is, each user has the rights of an administrator there.',
  bad: `class RosterAdminView(APIView):
    permission_classes = [IsAuthenticated]
`,
  good: `class RosterAdminView(APIView):
    permission_classes = [IsAdminUser]
`,
  refute:
    'Ask with the token of a user without any special rights: the answer must be 403. If the operation is meant for all users, its name says otherwise, and ignoring the finding with that reason is right.',
  references: [
    'CWE-862: Missing Authorization',
    'OWASP API Security Top 10 2023, API5: Broken Function Level Authorization',
    'OWASP ASVS 5.0, 8.2.1',
    'DRF: IsAdminUser',
  ],
  judge(matrix, facts) {
    const hits = rated(matrix, wrongTokenHits(matrix, facts, 'low-role-token', 'high'));
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'an operation for administrators takes any user',
        message: `${namesOf(group)}: is called an operation for administrators, and a token of few rights gets in.`,
        cause: 'nobody asks whether the user is an administrator',
      }),
    );
  },
};

/** That the token is one of few rights, only the user says, unless it is refused elsewhere. */
function rated(matrix: Matrix, hits: readonly Hit[]): readonly Hit[] {
  const isRefused = matrix.rows.some((row) =>
    OF_FEW_RIGHTS.some((probe) => {
      const verdict = verdictOf(row, probe, 'observed');
      return verdict?.verdict === 'rejects' && verdict.status === 403;
    }),
  );
  return isRefused ? hits : hits.map((hit) => ({ ...hit, rating: { ...hit.rating, confidence: 'tentative' } }));
}
