/** Rule: a token gets in before the time from which it counts. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'start-not-checked',
  title: 'a token gets in before its time',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'An issuer that gives a token for later, for a shift, a contract or a release, writes into nbf from when it counts. Where nobody looks at it the token counts at once. Found by signing a token with the right key; nobody without the key gets in.',
  bad: `payload = jwt.decode(token, key, algorithms=["HS256"], options={"verify_nbf": False})
`,
  good: `payload = jwt.decode(token, key, algorithms=["HS256"])
`,
  refute: 'Sign the claims of a valid token with an nbf that is an hour ahead and send it: the answer must be 401.',
  references: ['CWE-613: Insufficient Session Expiration', 'RFC 7519 section 4.1.5', 'OWASP ASVS 5.0, 9.2.1'],
  judge(matrix, facts) {
    return groupHits(wrongTokenHits(matrix, facts, 'future-token', 'low', ['unsigned-token', 'expired-token'])).map((group) =>
      reportOf(group, {
        title: 'a token gets in before its time',
        message: `${namesOf(group)}: a token gets in that counts from a later time on.`,
        cause: 'nbf is not looked at',
        caption: 'nbf is not checked',
      }),
    );
  },
};
