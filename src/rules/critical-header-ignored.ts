/** Rule: a token gets in whose header demands an extension that nobody knows. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'critical-header-ignored',
  title: 'what a token calls critical is not looked at',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-345',
  owasp: ['API2:2023'],
  why: 'An issuer that changes what a token means (another encoding of the claims, a binding to a key) says so in crit, and whoever does not know that change must refuse the token. A verifier that goes on reads something else than was signed for, and two services see two tokens in one. PyJWT before 2.12 goes on. Nobody without the key gets in.',
  bad: `# PyJWT 2.11
payload = jwt.decode(token, key, algorithms=["RS256"])
`,
  good: `# PyJWT 2.12 or later
payload = jwt.decode(token, key, algorithms=["RS256"])
`,
  refute: 'Sign a valid token anew with {"crit": ["x"], "x": true} added to its header and send it: the answer must be 401.',
  references: [
    'CWE-345: Insufficient Verification of Data Authenticity',
    'RFC 7515 section 4.1.11',
    'CVE-2026-32597 (PyJWT before 2.12.0)',
  ],
  judge(matrix, facts) {
    return groupHits(wrongTokenHits(matrix, facts, 'critical-header-token', 'medium', ['unsigned-token'])).map((group) =>
      reportOf(group, {
        title: 'what a token calls critical is not looked at',
        message: `${namesOf(group)}: a token gets in whose header calls an extension critical that nobody knows.`,
        cause: 'crit is not looked at',
        caption: 'crit is passed over',
      }),
    );
  },
};
