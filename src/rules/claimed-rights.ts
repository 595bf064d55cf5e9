/** Rule: what a user may do is read from the token alone. */
import type { Rule } from '../model/finding.ts';
import { kindOf, letIn } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import type { Rating } from './shared/rating.ts';

/** Where one of these gets in nobody needs rights in a token. */
const PLAINER = ['garbage-token', 'tampered-token', 'unsigned-token', 'other-algorithm', 'own-key-token'];

/** By the user's own key nobody is let in: whether it is a fault depends on who decides what stands in a token. */
const RATING: Rating = { severity: 'medium', confidence: 'tentative' };

export const rule: Rule = {
  id: 'claimed-rights',
  title: 'the token says what its user may do',
  family: 'hardening',
  severity: 'medium',
  cwe: 'CWE-269',
  owasp: ['API5:2023'],
  why: 'Stateless tokens carry the rights of their user, and nobody looks them up: an administrator who was demoted stays one until the last token has ended, and an issuer that writes into a token what its user wants makes administrators. By itself it lets nobody in, since only the key of the issuer writes claims; with a key that others know everybody is an administrator.',
  bad: `class ShiftView(APIView):
    authentication_classes = [JWTStatelessUserAuthentication]
    permission_classes = [IsAdminUser]
`,
  good: `class ShiftView(APIView):
    authentication_classes = [JWTAuthentication]
    permission_classes = [IsAdminUser]
`,
  refute:
    'Sign the claims of a token that is refused with is_staff true and send it: the answer must be 403 again. If tokens live for minutes and the issuer alone decides what stands in them, it is a choice.',
  references: ['CWE-269: Improper Privilege Management', 'RFC 8725 section 3.8', 'Simple JWT: stateless user authentication'],
  judge(matrix) {
    const hits = matrix.rows
      .filter((row) => kindOf(row, 'raised-rights-token', 'observed') === 'admits' && !PLAINER.some((plainer) => letIn(row, plainer)))
      .map((row): Hit => ({ row, probe: 'raised-rights-token', cause: null, rating: RATING }));
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'the token says what its user may do',
        message: `${namesOf(group)}: refuses the token of the run, and takes it with other rights in its claims, signed with the key.`,
        cause: 'rights are read from the claims of a token',
        caption: 'rights stand in the token',
      }),
    );
  },
};
