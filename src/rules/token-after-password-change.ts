/** Rule: what a login gave goes on working after the password was changed. */
import type { Rule, Severity } from '../model/finding.ts';
import type { LoginRemark } from '../model/login-life.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'token-after-password-change',
  title: 'a token of before works after a change of the password',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'Whoever changes the password because somebody else knows it wants that one out. A token of an earlier login stays good by default: access and refresh tokens of Simple JWT until they end, unless CHECK_REVOKE_TOKEN is on, tokens of DRF for ever.',
  bad: `class ChangePasswordView(APIView):
    def post(self, request):
        request.user.set_password(request.data["new_password"])
        request.user.save()
        return Response(status=204)
`,
  good: `SIMPLE_JWT = {"CHECK_REVOKE_TOKEN": True}


class ChangePasswordView(APIView):
    def post(self, request):
        request.user.set_password(request.data["new_password"])
        request.user.save()
        Token.objects.filter(user=request.user).delete()
        return Response(status=204)
`,
  refute:
    'Log in twice, change the password with the second login, and send the token of the first one: 401 refutes it, and so does a refusal of its refresh token.',
  references: [
    'CWE-613: Insufficient Session Expiration',
    'OWASP ASVS 5.0, 7.4.3',
    'Simple JWT: CHECK_REVOKE_TOKEN',
    'Django: session invalidation on password change',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['token-after-password-change', 'refresh-after-password-change'], (remark) => ({
      rating: { severity: severityOf(remark), confidence: 'certain' },
      ...WORDS[remark.kind as keyof typeof WORDS],
    })),
};

/** Seconds that a token which cannot be taken back may live on. */
const SHORT = 15 * 60;

function severityOf({ kind, lifetime }: LoginRemark): Severity {
  return kind === 'token-after-password-change' && lifetime !== undefined && lifetime <= SHORT ? 'medium' : 'high';
}

const WORDS = {
  'token-after-password-change': {
    title: 'a token of before works after a change of the password',
    means: 'Whoever knew the old password stays in until it ends by itself.',
  },
  'refresh-after-password-change': {
    title: 'a refresh token of before works after a change of the password',
    means: 'Whoever knew the old password makes himself new tokens.',
  },
} as const;
