/** Rule: a token signed with the public key gets in. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'public-key-as-secret',
  title: 'a token signed with the public key gets in',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-347',
  owasp: ['API2:2023'],
  why: 'RS256 verifies with a key that everybody may know; HS256 signs and verifies with one and the same secret. Code that allows both families with one key takes the public key for the secret, so everybody can sign.',
  bad: `payload = jwt.decode(token, PUBLIC_KEY, algorithms=["RS256", "HS256"])
`,
  good: `payload = jwt.decode(token, PUBLIC_KEY, algorithms=["RS256"])
`,
  refute: 'Sign a token with HS256 and the text of the public key as secret: the answer must be 401.',
  references: ['CWE-347: Improper Verification of Cryptographic Signature', 'RFC 8725 section 3.1', 'CVE-2022-29217'],
  judge(matrix, facts) {
    return groupHits(wrongTokenHits(matrix, facts, 'other-algorithm', 'critical', ['unsigned-token'])).map((group) =>
      reportOf(group, {
        title: 'a token signed with the public key gets in',
        message: `${namesOf(group)}: a token that is signed with HS256 and the public key gets in.`,
        cause: group.cause?.text ?? 'two families of algorithms with one key',
        caption: 'two families, one key',
      }),
    );
  },
};
