/** Rule: a token or key that nobody issued gets in. */
import type { Rule } from '../model/finding.ts';
import { ENTRANCES, kindOf } from './shared/evidence.ts';
import { forgedHits, isRicher } from './shared/forged.ts';
import { type Group, groupHits, namesOf, reportOf } from './shared/group.ts';

export const rule: Rule = {
  id: 'token-not-validated',
  title: 'a made-up token or key gets in',
  family: 'bypass',
  severity: 'critical',
  cwe: 'CWE-287',
  owasp: ['API2:2023'],
  why: 'A request without a token is turned away, but any word in the place of the token is enough: the code looks whether something is there, or swallows the failed check, and never finds out whether it is real. To every test that sends no token the operation looks guarded.',
  bad: `class ResultAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        return (User.objects.get(username="gateway"), key)
`,
  good: `class ResultAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        try:
            token = ApiToken.objects.select_related("user").get(key=key, user__is_active=True)
        except ApiToken.DoesNotExist as error:
            raise AuthenticationFailed("Unknown token.") from error
        return (token.user, token)
`,
  refute:
    'Send a random word as the token (or key) and then no token: both must be turned away with the same status. If the word is looked up somewhere that Unlatched does not see, the server answers 401 and the finding is wrong.',
  references: [
    'CWE-287: Improper Authentication',
    'OWASP API2:2023 Broken Authentication',
    'OWASP WSTG-ATHN-04',
    'RFC 6750 section 3.1 (invalid_token)',
    'Django REST framework: authentication, custom authentication',
  ],
  judge(matrix, facts) {
    return groupHits(forgedHits(matrix, facts)).map((group) => reportOf(group, words(group)));
  },
};

const SENT: Readonly<Record<string, string>> = {
  'garbage-token': 'any word in the place of the token',
  'garbage-api-key': 'any API key',
  'garbage-in-query': 'any token in the query string',
  'garbage-in-cookie': 'any token in a cookie',
  'garbage-in-form': 'any token in the body',
  'user-as-token': 'the name of a user as the token',
  'blank-api-key': 'an empty API key',
  'blank-in-query': 'an empty token in the query string',
  'token-prefix': 'the beginning of a token',
  'empty-token': 'an empty token',
  'null-token': 'a word such as null as a token',
};

function words(group: Group) {
  const worst = group.hits[0]!;
  const sent = SENT[worst.probe] ?? 'a made-up credential';
  const more = ENTRANCES.some(
    (witness) => kindOf(worst.row, 'no-token', witness) === 'admits' && isRicher(worst.row, worst.probe, witness),
  );
  return {
    title: more ? `${sent} unlocks more` : `${sent} gets in`,
    message: more
      ? `${namesOf(group)}: anyone may call it, and ${sent} gets more out of it, without being checked.`
      : `${namesOf(group)}: ${sent} gets in, as if somebody had issued it.`,
    cause: group.cause?.text ?? 'the credential is not checked',
    caption: more ? 'being there is enough' : 'never checked',
  };
}
