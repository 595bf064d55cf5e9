/** Rule: logging in again gives the token of before. */
import type { Rule } from '../model/finding.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'token-not-rotated',
  title: 'every login gives the same token',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'Where all logins of a user share one token, a token that was stolen stays good however often the user logs in anew, one device cannot be logged out without the others, and nobody can tell from which of them a request came. rest_framework.authtoken keeps one token a user, and its login gives that one back.',
  bad: `class Login(ObtainAuthToken):
    def post(self, request):
        token, created = Token.objects.get_or_create(user=self.user_of(request))
        return Response({"token": token.key})
`,
  good: `from knox.views import LoginView  # a token for each login, with an end


class Login(LoginView):
    authentication_classes = [BasicAuthentication]
`,
  refute: 'Log in twice, seconds apart: two different tokens, of which each can be ended alone, refute it.',
  references: [
    'CWE-613: Insufficient Session Expiration',
    'OWASP ASVS 5.0, 7.2.4',
    'Django REST framework: rest_framework/authtoken/views.py, ObtainAuthToken.post',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['same-token'], () => ({
      rating: { severity: 'medium', confidence: 'certain' },
      title: 'every login gives the same token',
      means: 'A stolen token outlives every new login of its user.',
    })),
};
