/** Rule: of two tokens in two lines of one header, one is taken. */
import type { Rule } from '../model/finding.ts';
import { kindOf } from './shared/evidence.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'duplicate-header',
  title: 'of two tokens in one header, one is taken',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-436',
  owasp: ['API8:2023'],
  why: 'Authorization holds one credential, so a request with two such lines is malformed. Where a server takes one of them all the same, and a proxy, a gateway or a log in front of it the other, they speak of two different callers: what was checked, counted or written down is not whose request was answered. By itself it lets nobody in who has no token.',
  bad: `value = request.META["HTTP_AUTHORIZATION"].split(",")[-1]
word, token = value.split()
`,
  good: `parts = request.META["HTTP_AUTHORIZATION"].split()
if len(parts) != 2:
    raise AuthenticationFailed("One credential, please.")
`,
  refute:
    'Send the request of the finding straight to the application and through everything that stands in front of it: it must be answered 400 or 401. If nothing in front of it looks at the header, list the finding with that reason.',
  references: [
    'CWE-436: Interpretation Conflict',
    'RFC 9110 section 5.3 (only fields that are lists may come more than once)',
    'RFC 9110 section 11.6.2 (Authorization)',
  ],
  judge(matrix, facts) {
    const orders = [
      ['token-after-garbage', 'last'],
      ['token-before-garbage', 'first'],
    ] as const;
    return orders.flatMap(([probe, which]) => {
      const hits = wrongTokenHits(matrix, facts, probe, 'low').filter(({ row }) => kindOf(row, probe, 'observed') === 'admits');
      return groupHits(hits).map((group) =>
        reportOf(group, {
          title: `of two tokens in one header, the ${which} is taken`,
          message: `${namesOf(group)}: a request with a made-up and the valid token in two lines of the header gets in by the ${which} line.`,
          cause: `the ${which} of two lines counts`,
        }),
      );
    });
  },
};
