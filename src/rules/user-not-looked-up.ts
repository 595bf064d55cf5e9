/** Rule: a token of a user who does not exist gets in, or one whose user is no identifier. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

const FORMS = [
  {
    probe: 'unknown-user-token',
    severity: 'low',
    title: 'a token of nobody gets in',
    told: 'a token gets in that names a user who does not exist, or none',
    cause: 'the user of a token is not looked up',
    caption: 'the claim alone counts',
  },
  {
    probe: 'odd-user-token',
    severity: 'info',
    title: 'a token with an odd user gets in',
    told: 'a token gets in whose user is true, or a list',
    cause: 'the claim of the user may be anything; true is the number 1',
    caption: 'the claim may be anything',
  },
] as const;

export const rule: Rule = {
  id: 'user-not-looked-up',
  title: 'a token of nobody gets in',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-287',
  owasp: ['API2:2023'],
  why: 'Where the claims of a token are the user, as with stateless tokens, an account that was deleted or switched off stays in until its last token has expired, and a token without any user may pass as somebody. Where the claim is handed to a database as it is, true is the user with the number 1. Found by signing a token with the right key; nobody without the key gets in.',
  bad: `return TokenUser(payload), token
`,
  good: `return User.objects.get(pk=int(payload["sub"]), is_active=True), token
`,
  refute:
    'Sign the claims of a valid token with the number of a user who does not exist: the answer must be 401. If tokens live for minutes and are meant to stand for themselves, it is a choice.',
  references: [
    'CWE-287: Improper Authentication',
    'RFC 8725 section 3.8',
    'OWASP ASVS 5.0, 7.4.2',
    'Simple JWT: stateless user authentication',
  ],
  judge(matrix, facts) {
    const better = ['unsigned-token', 'inactive-user'];
    return FORMS.flatMap(({ probe, severity, title, told, cause, caption }) =>
      groupHits(wrongTokenHits(matrix, facts, probe, severity, better)).map((group) =>
        reportOf(group, { title, message: `${namesOf(group)}: ${told}.`, cause: group.cause?.text ?? cause, caption }),
      ),
    );
  },
};
