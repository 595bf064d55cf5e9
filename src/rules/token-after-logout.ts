/** Rule: what was logged out goes on working. */
import type { Rule, Severity } from '../model/finding.ts';
import type { LoginRemark } from '../model/login-life.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'token-after-logout',
  title: 'a token works after its log-out',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'Whoever logs out, on a shared computer or because a token leaked, takes it that nobody gets in any more. A log-out that only makes the browser forget leaves the token alive for whoever copied it. Access tokens of Simple JWT are looked up nowhere and work until they end, which is bearable for minutes and not for days; its refresh tokens are refused only when the log-out puts them on the blacklist. A list of ended tokens that holds their text lets the same token in when its signature is spelled in other letters.',
  bad: `class LogoutView(APIView):
    def post(self, request):
        return Response({"detail": "Goodbye."})
`,
  good: `class LogoutView(APIView):
    def post(self, request):
        RefreshToken(request.data["refresh"]).blacklist()
        return Response(status=205)


SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(minutes=5)}
`,
  refute:
    'Log in, log out, and send the token of that login: 401 refutes it, and so does a refusal of its refresh token. Where the operation that was asked ends something else than the login, name the right one in the document.',
  references: [
    'CWE-613: Insufficient Session Expiration',
    'OWASP ASVS 5.0, 7.4.1',
    'OWASP WSTG-SESS-06',
    'RFC 4648 section 3.5',
    'Simple JWT: blacklist app',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['token-after-logout', 'refresh-after-logout', 'respelled-after-logout'], (remark) => ({
      rating: { severity: severityOf(remark), confidence: 'certain' },
      ...WORDS[remark.kind as keyof typeof WORDS],
    })),
};

/** Seconds that a token which cannot be taken back may live on. */
const SHORT = 15 * 60;

function severityOf({ kind, lifetime }: LoginRemark): Severity {
  return kind === 'token-after-logout' && lifetime !== undefined && lifetime <= SHORT ? 'medium' : 'high';
}

const WORDS = {
  'token-after-logout': { title: 'a token works after its log-out', means: 'Whoever copied it is in until it ends by itself.' },
  'refresh-after-logout': { title: 'a refresh token works after its log-out', means: 'Whoever copied it makes himself new tokens.' },
  'respelled-after-logout': {
    title: 'a token that was ended works in another spelling',
    means: 'The list of ended tokens holds their text; keep jti or the user in it.',
  },
} as const;
