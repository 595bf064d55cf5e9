/** Rule: the token of a user who was switched off gets in. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'inactive-user',
  title: 'a deactivated user stays in',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'Whoever is dismissed or caught is switched off with is_active. Django asks for it when somebody logs in, not afterwards: an authenticator that finds the user of a token must ask itself, or the token works until it expires, which some never do.',
  bad: `user = User.objects.get(pk=payload["user_id"])
return (user, token)
`,
  good: `user = User.objects.get(pk=payload["user_id"])
if not user.is_active:
    raise AuthenticationFailed("User is inactive.")
return (user, token)
`,
  refute: 'Log in, set is_active of that user to False, and use the token: the answer must be 401 or 403.',
  references: ['CWE-613: Insufficient Session Expiration', 'OWASP ASVS 5.0, 7.4.2', 'Django: django.contrib.auth.models.User.is_active'],
  judge(matrix, facts) {
    return groupHits(
      // A partner or a device that stands for the caller is no user who could be switched off.
      wrongTokenHits(matrix, facts, 'inactive-user', 'high').filter(({ cause }) => cause === null || cause.principal === 'owner'),
    ).map((group) =>
      reportOf(group, {
        title: 'a deactivated user stays in',
        message: `${namesOf(group)}: the token of a user who was switched off still gets in.`,
        cause: group.cause?.text ?? 'is_active is not asked',
        caption: 'is_active is not asked',
      }),
    );
  },
};
