/** Rule: the verifier takes another algorithm than the issuer uses. */
import type { Rule } from '../model/finding.ts';
import { kindOf } from './shared/evidence.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'algorithm-not-fixed',
  title: 'tokens of a related algorithm get in',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-327',
  owasp: ['API2:2023'],
  why: 'An issuer signs with one algorithm, so the verifier needs to know one. Each further one that it takes is another way to forge: a library with a fault in one of them, or a shorter hash, is then enough. The header of the token is written by whoever sends it and must not choose. Found by signing a token with the right key; nobody without the key gets in.',
  bad: `payload = jwt.decode(token, public_key, algorithms=["RS256", "RS384", "RS512"])
`,
  good: `payload = jwt.decode(token, public_key, algorithms=["RS256"])
`,
  refute:
    'Sign the claims of a valid token with the same key and another algorithm of its family (RS512 in place of RS256): the answer must be 401. While an issuer changes from one algorithm to the other, both are right for a time.',
  references: ['CWE-327: Use of a Broken or Risky Cryptographic Algorithm', 'RFC 8725 section 3.1', 'OWASP ASVS 5.0, 9.1.2'],
  judge(matrix, facts) {
    const hits = wrongTokenHits(matrix, facts, 'sibling-algorithm', 'low', ['unsigned-token']);
    return groupHits(hits.filter(({ row }) => kindOf(row, 'sibling-algorithm', 'observed') === 'admits')).map((group) =>
      reportOf(group, {
        title: 'tokens of a related algorithm get in',
        message: `${namesOf(group)}: a token gets in whose header names another algorithm of the same family than the issuer uses.`,
        cause: 'more algorithms are taken than the issuer uses',
        caption: 'takes another algorithm',
      }),
    );
  },
};
