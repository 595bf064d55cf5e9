/** Rule: a token gets in after its time. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'expired-token',
  title: 'an expired token gets in',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'A token that is stolen, logged or left on an old machine shall be worth nothing soon: that is what its time of expiry is for. Where nobody looks at it, every token that was ever issued opens the door for ever, and logging out changes nothing.',
  bad: `payload = jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": False})
`,
  good: `payload = jwt.decode(token, key, algorithms=["HS256"])
`,
  refute:
    'Wait until a token has expired (or sign one whose exp is past) and send it: the answer must be 401. If its age is limited in another way, by iat or by a table of sessions, show that place.',
  references: [
    'CWE-613: Insufficient Session Expiration',
    'OWASP ASVS 5.0, 9.2.1',
    'RFC 7519 section 4.1.4',
    'PyJWT: registered claim names, exp',
  ],
  judge(matrix, facts) {
    return groupHits(wrongTokenHits(matrix, facts, 'expired-token', 'high', ['unsigned-token'])).map((group) =>
      reportOf(group, {
        title: 'an expired token gets in',
        message: `${namesOf(group)}: a token whose time is over gets in, as if it had been issued just now.`,
        cause: group.cause?.text ?? 'the time of expiry is not looked at',
        caption: 'exp is not checked',
      }),
    );
  },
};
