/** Rule: a token that was issued for another service gets in. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { tentativeWhereSupposed, wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'foreign-audience',
  title: 'a token for another service gets in',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-287',
  owasp: ['API2:2023'],
  why: 'An issuer signs tokens for many services with one key and writes into each for whom it is. A service that does not look takes every token of every other service, so the owner of the least of them can act here as any of its users.',
  bad: `payload = jwt.decode(token, provider_key, algorithms=["RS256"], options={"verify_aud": False})
`,
  good: `payload = jwt.decode(token, provider_key, algorithms=["RS256"], audience="orders", issuer="https://login.example")
`,
  refute:
    'Take a token of the same issuer that was made for another client and send it: the answer must be 401. If the issuer signs for this one service only, the finding is wrong.',
  references: ['CWE-287: Improper Authentication', 'RFC 8725 section 3.9', 'OWASP ASVS 5.0, 9.2.3', 'OWASP ASVS 5.0, 10.3.1'],
  judge(matrix, facts) {
    // A key that only this project holds signs for nobody else; the server alone does not say who holds it.
    const hits = wrongTokenHits(matrix, facts, 'foreign-audience', 'medium', ['unsigned-token']);
    const shared = hits.filter(({ cause }) => cause?.tokenKey === 'shared');
    return groupHits([...shared, ...tentativeWhereSupposed(hits.filter(({ cause }) => cause === null))]).map((group) =>
      reportOf(group, {
        title: 'a token for another service gets in',
        message: `${namesOf(group)}: a token that the issuer made for another service gets in.`,
        cause: group.cause?.text ?? 'the audience is not looked at',
        caption: 'aud is not checked',
      }),
    );
  },
};
