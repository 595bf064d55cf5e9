/** Rule: a refresh token that was exchanged is taken again. */
import type { Rule } from '../model/finding.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'refresh-token-reuse',
  title: 'a refresh token works again after its exchange',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'Refresh tokens are rotated so that one which was stolen is found out: the second use of an old one means that two parties hold it. Where the old one is taken as before, a thief keeps a line of tokens of his own beside that of the user, and rotation only adds more valid tokens. ROTATE_REFRESH_TOKENS of Simple JWT alone does just that: the old token is refused only with BLACKLIST_AFTER_ROTATION and the application rest_framework_simplejwt.token_blacklist.',
  bad: `SIMPLE_JWT = {"ROTATE_REFRESH_TOKENS": True}
`,
  good: `INSTALLED_APPS += ["rest_framework_simplejwt.token_blacklist"]
SIMPLE_JWT = {"ROTATE_REFRESH_TOKENS": True, "BLACKLIST_AFTER_ROTATION": True}
`,
  refute:
    'Exchange a refresh token, and then the same again: a refusal refutes it. Where a short time of grace is meant for clients that lost the answer, repeat it after that time.',
  references: [
    'CWE-613: Insufficient Session Expiration',
    'RFC 9700 section 4.14.2',
    'OWASP ASVS 5.0, 10.4.5',
    'Simple JWT: settings, ROTATE_REFRESH_TOKENS and BLACKLIST_AFTER_ROTATION',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['refresh-reused'], () => ({
      rating: { severity: 'medium', confidence: 'certain' },
      title: 'a refresh token works again after its exchange',
      means: 'Whoever stole it goes on beside its user, and nobody notices.',
    })),
};
