/** Rule: the login tells who has an account. */
import type { Rule } from '../model/finding.ts';
import { loginReports } from './shared/login-remarks.ts';
import type { Rating } from './shared/rating.ts';

type Told = 'user-told' | 'user-told-by-time' | 'user-told-at-reset' | 'user-told-at-registration';

const WORDS: Readonly<Record<Told, { readonly title: string; readonly rating: Rating }>> = {
  'user-told': { title: 'the login tells who has an account', rating: { severity: 'medium', confidence: 'certain' } },
  'user-told-by-time': {
    title: 'the time that the login takes tells who has an account',
    rating: { severity: 'medium', confidence: 'firm' },
  },
  'user-told-at-reset': { title: 'the reset of passwords tells who has an account', rating: { severity: 'medium', confidence: 'certain' } },
  // Somebody must be told that his name is taken: only a mail can do so in secret.
  'user-told-at-registration': { title: 'the registration tells who has an account', rating: { severity: 'low', confidence: 'certain' } },
};

export const rule: Rule = {
  id: 'user-enumeration',
  title: 'the login tells who has an account',
  family: 'account',
  severity: 'medium',
  cwe: 'CWE-204',
  owasp: ['API2:2023'],
  why: 'A login that says "no such user" to one name and "wrong password" to another sorts a list of addresses into those with an account and those without. The first are then tried with passwords that leaked elsewhere, or written to in the name of the service; that somebody has an account may be a secret by itself. The time tells as much where a password is hashed for those only who exist. The form of django.contrib.auth and the views of Django REST framework answer both alike, and hash for both.',
  bad: `user = User.objects.filter(email=request.data["email"]).first()
if user is None:
    return Response({"detail": "No such user."}, status=404)
if not user.check_password(request.data["password"]):
    return Response({"detail": "Wrong password."}, status=401)
`,
  good: `user = authenticate(request, username=request.data["email"], password=request.data["password"])
if user is None:
    return Response({"detail": "No active account with these credentials."}, status=401)
`,
  refute:
    'Send a wrong password for an account that exists and for one that does not, in the same form: the same status, the same body and, over many of them, the same time refute it.',
  references: [
    'CWE-204: Observable Response Discrepancy',
    'OWASP ASVS 5.0, 6.3.8',
    'OWASP WSTG-IDNT-04',
    'Django: django/contrib/auth/backends.py, ModelBackend.authenticate',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, Object.keys(WORDS) as Told[], ({ kind }) => ({
      rating: WORDS[kind as Told].rating,
      title: WORDS[kind as Told].title,
      means: 'Whoever has a list of names learns which of them to try.',
    })),
};
