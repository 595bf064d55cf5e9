/** Rule: a session id of before the login is that of the user after it. */
import type { Rule } from '../model/finding.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'session-fixation',
  title: 'the login keeps the session id of before',
  family: 'account',
  severity: 'high',
  cwe: 'CWE-384',
  owasp: ['API2:2023'],
  why: 'Whoever can plant a session id in the browser of somebody else, through a link, a neighbouring subdomain or a shared computer, waits for that login and is then in as that user: he knows the id. Django changes the id at each login of django.contrib.auth.login, and takes no id that it did not give out. Code that writes the user into the session by itself, or opens a session by an id from the request, does without either.',
  bad: `def login_view(request):
    user = authenticate(request, **json.loads(request.body))
    request.session["user_id"] = user.pk
    return JsonResponse({"ok": True})
`,
  good: `def login_view(request):
    user = authenticate(request, **json.loads(request.body))
    login(request, user)
    return JsonResponse({"ok": True})
`,
  refute:
    'Open the login without cookies and keep the session id, if there is one; log in with it: the answer must set another one, and the old one must be turned away.',
  references: [
    'CWE-384: Session Fixation',
    'OWASP ASVS 5.0, 7.2.4',
    'OWASP WSTG-SESS-03',
    'Django: django/contrib/auth/__init__.py, login',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['made-up-session', 'kept-session'], () => ({
      rating: { severity: 'high', confidence: 'certain' },
      title: 'the login keeps the session id of before',
      means: 'Whoever planted the id is in as the user.',
    })),
};
