/** Rule: a token without a time of expiry gets in. */
import type { Rule } from '../model/finding.ts';
import { kindOf } from './shared/evidence.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'expiry-not-required',
  title: 'a token that never ends gets in',
  family: 'hardening',
  severity: 'info',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'PyJWT looks at exp when it is there, and takes a token without it. As long as the issuer writes exp into each token nothing is wrong; the day when it forgets, or a second issuer with other habits gets the key, tokens are good for ever and nobody notices. Found by signing a token with the right key; nobody without the key gets in.',
  bad: `payload = jwt.decode(token, key, algorithms=["HS256"])
`,
  good: `payload = jwt.decode(token, key, algorithms=["HS256"], options={"require": ["exp"]})
`,
  refute: 'Sign the claims of a valid token without exp, with the same key, and send it: the answer must be 401.',
  references: ['CWE-613: Insufficient Session Expiration', 'OWASP ASVS 5.0, 9.2.1', 'PyJWT: requiring presence of claims'],
  judge(matrix, facts) {
    // The time of expiry may not be looked at in the first place: that is the finding then.
    const hits = wrongTokenHits(matrix, facts, 'no-expiry', 'info', ['unsigned-token', 'expired-token']);
    return groupHits(hits.filter(({ row }) => kindOf(row, 'no-expiry', 'observed') === 'admits')).map((group) =>
      reportOf(group, {
        title: 'a token that never ends gets in',
        message: `${namesOf(group)}: a token without a time of expiry gets in.`,
        cause: 'exp is looked at, but not required',
        caption: 'exp may be missing',
      }),
    );
  },
};
