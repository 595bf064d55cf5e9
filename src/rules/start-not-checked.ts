/** Rule: a token gets in before the time from which it counts. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

const FORMS = [
  {
    probe: 'future-token',
    severity: 'low',
    better: [],
    title: 'a token gets in before its time',
    told: 'a token gets in that counts from a later time on',
    cause: 'nbf is not looked at',
    caption: 'nbf is not checked',
  },
  // RFC 7519 asks nobody to look at iat.
  {
    probe: 'issued-later-token',
    severity: 'info',
    better: ['future-token'],
    title: 'a token of tomorrow gets in',
    told: 'a token gets in that says it was issued tomorrow',
    cause: 'iat is not looked at',
    caption: 'iat is not checked',
  },
] as const;

export const rule: Rule = {
  id: 'start-not-checked',
  title: 'a token gets in before its time',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'An issuer that gives a token for later, for a shift, a contract or a release, writes into nbf from when it counts. Where nobody looks at it the token counts at once. The time of issue (iat) lies in the future only where clocks or issuers are wrong; who ends all tokens from before a log-out by it must not take such. Found by signing a token with the right key; nobody without the key gets in.',
  bad: `payload = jwt.decode(token, key, algorithms=["HS256"], options={"verify_nbf": False})
`,
  good: `payload = jwt.decode(token, key, algorithms=["HS256"])
`,
  refute:
    'Sign the claims of a valid token with an nbf that is an hour ahead, or an iat that is a day ahead, and send it: the answer must be 401.',
  references: ['CWE-613: Insufficient Session Expiration', 'RFC 7519 section 4.1.5', 'OWASP ASVS 5.0, 9.2.1'],
  judge(matrix, facts) {
    return FORMS.flatMap(({ probe, severity, better, title, told, cause, caption }) =>
      groupHits(wrongTokenHits(matrix, facts, probe, severity, ['unsigned-token', 'expired-token', ...better])).map((group) =>
        reportOf(group, { title, message: `${namesOf(group)}: ${told}.`, cause, caption }),
      ),
    );
  },
};
