/** Rule: a token that is signed with nothing gets in. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'blank-signature',
  title: 'a token signed with nothing gets in',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-347',
  owasp: ['API2:2023', 'API8:2023'],
  why: 'A secret that was never set is an empty text, and an HMAC can be made with it: whoever knows that signs for every user. It happens where the default of a variable is "", or where a second key stands beside the first for a partner who has none yet. A signature of ECDSA is two numbers, and where zero is not refused, two zeros verify everything.',
  bad: `KEYS = [os.environ["JWT_KEY"], os.environ.get("PARTNER_KEY", "")]
`,
  good: `KEYS = [os.environ["JWT_KEY"], os.environ["PARTNER_KEY"]]
`,
  refute:
    'Sign the claims of a valid token with an empty secret (HS256), or put zeros in the place of its signature (ES256), and send it: the answer must be 401.',
  references: [
    'CWE-347: Improper Verification of Cryptographic Signature',
    'CWE-1391: Use of Weak Credentials',
    'RFC 8725 section 3.5',
    'OWASP ASVS 5.0, 9.1.1',
    'CVE-2022-21449',
  ],
  judge(matrix, facts) {
    const hits = wrongTokenHits(matrix, facts, 'blank-signature-token', 'critical', ['unsigned-token', 'weak-secret-token']);
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'a token signed with nothing gets in',
        message: `${namesOf(group)}: a token gets in that is signed with an empty secret, or with zeros.`,
        cause: group.cause?.text ?? 'a secret that is not set verifies tokens, or the numbers of a signature are not looked at',
        caption: 'nothing is a key here',
      }),
    );
  },
};
