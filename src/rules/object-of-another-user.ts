/** Rule: a user gets an object that only another user's list holds. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { tentativeWhereSupposed, wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'object-of-another-user',
  title: "a user reads another user's objects",
  family: 'bypass',
  severity: 'high',
  cwe: 'CWE-639',
  owasp: ['API1:2023'],
  why: 'The list shows everybody their own objects, and the operation on one object takes any number. Whoever has an account counts upwards and reads what belongs to all the others: a valid token says who asks, not whose the object is.',
  bad: `class OrderView(RetrieveAPIView):
    queryset = Order.objects.all()
    permission_classes = [IsAuthenticated]
`,
  good: `class OrderView(RetrieveAPIView):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Order.objects.filter(owner=self.request.user)
`,
  refute:
    "Ask for the object with the second user's token: the answer must be 404 or 403. A second user with special rights, such as staff, shows nothing: take an ordinary one. If all users may read all objects, and the list is filtered for another reason (drafts, favourites, a default view), the finding is wrong: ignore it with that reason.",
  references: [
    'CWE-639: Authorization Bypass Through User-Controlled Key',
    'OWASP API Security Top 10 2023, API1',
    'OWASP ASVS 5.0, 8.2.2',
    'DRF: filtering against the current user',
  ],
  judge(matrix, facts) {
    // An empty list may hide everything for a reason of its own: a second user without a single object shows less.
    const hits = tentativeWhereSupposed(wrongTokenHits(matrix, facts, 'second-user-token', 'high'));
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: "a user reads another user's objects",
        message: `${namesOf(group)}: an object that the list of its owner holds, and that of another user does not, is given to both.`,
        cause: 'nobody asks whose the object is',
      }),
    );
  },
};
