/** Rule: tokens are signed with a key that stands in the source. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { tokenReports } from './shared/token-remarks.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'known-signing-key',
  title: 'the signing key stands in the source',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-798',
  owasp: ['API2:2023', 'API8:2023'],
  why: 'Whoever has the key writes tokens for any user, and no server can tell them from real ones. A key in the source is known to everybody who has ever seen the repository, its history, its image or a backup; a default for a variable that nobody sets is such a key too.',
  bad: `SIMPLE_JWT = {"SIGNING_KEY": "django-insecure-6#s0v@2q"}
`,
  good: `SIMPLE_JWT = {"SIGNING_KEY": os.environ["JWT_SIGNING_KEY"]}
`,
  refute:
    'Sign a token of your own with the text in the source and send it to the real installation: the answer must be 401. If the installation sets another key, give it with --env or --env-file, and the finding goes away.',
  references: [
    'CWE-798: Use of Hard-coded Credentials',
    'CWE-321: Use of Hard-coded Cryptographic Key',
    'RFC 8725 section 3.5',
    'OWASP ASVS 5.0, 13.3.1',
  ],
  judge(matrix, facts) {
    const groups = groupHits(wrongTokenHits(matrix, facts, 'weak-secret-token', 'critical'));
    const reports = groups.map((group) =>
      reportOf(group, {
        title: 'the signing key stands in the source',
        message: `${namesOf(group)}: a token gets in that was signed with a key which everybody who has the source can read.`,
        cause: group.cause?.text ?? 'the key is written down',
        caption: 'readable by everybody',
      }),
    );
    // The signature of a real token was made with such a key: nothing needs to be sent to know it.
    const proofs = tokenReports(matrix, ['known-secret'], () => ({ severity: 'critical', confidence: 'certain' }));
    const [only, ...others] = reports;
    if (!only || others.length > 0 || proofs.length === 0) return [...reports, ...proofs];
    return [{ ...only, confidence: 'certain', reasons: [...only.reasons, ...proofs.flatMap(({ reasons }) => reasons)] }];
  },
};
