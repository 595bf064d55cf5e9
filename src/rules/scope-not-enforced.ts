/** Rule: the document asks for scopes, and the server takes a token without them. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { tentativeWhereSupposed, wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'scope-not-enforced',
  title: 'a token without the scope gets in',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-863',
  owasp: ['API5:2023'],
  why: 'Scopes are how a user gives a program less than the whole account. Where nobody looks at them, a token for something harmless opens everything that its user may do. Simple JWT looks at none; Django OAuth Toolkit only where a view names them.',
  bad: `class FerryView(APIView):
    permission_classes = [IsAuthenticated]
`,
  good: `class FerryView(APIView):
    permission_classes = [TokenHasScope]
    required_scopes = ["ferries:read"]
`,
  refute:
    'Send a token of the same user that lacks the scopes of the document: the answer must be 403. If the scopes of the document are only a hint for clients, take them out of its security.',
  references: [
    'CWE-863: Incorrect Authorization',
    'RFC 6750 section 3.1 (insufficient_scope)',
    'OWASP ASVS 5.0, 10.3.2',
    'Django OAuth Toolkit: TokenHasScope',
  ],
  judge(matrix, facts) {
    // An opaque token does not show what it may do: then only the user says that it is one of few rights.
    const handed = tentativeWhereSupposed(wrongTokenHits(matrix, facts, 'low-scope-token', 'high'));
    // Made with the key: what it lacks is known.
    const made = wrongTokenHits(matrix, facts, 'scopeless-token', 'high', ['unsigned-token', 'low-scope-token']);
    const hits = [...handed, ...made];
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'a token without the scope gets in',
        message: `${namesOf(group)}: the document asks for scopes, and a token that lacks them gets in.`,
        cause: 'the scopes of the token are not looked at',
      }),
    );
  },
};
