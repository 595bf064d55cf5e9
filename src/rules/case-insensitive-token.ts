/** Rule: small and capital letters of a token are the same to the server. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'case-insensitive-token',
  title: 'the case of a token does not matter',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-178',
  owasp: ['API2:2023'],
  why: 'The token is looked up by a database, or a filter, that takes small and capital letters for the same: MySQL with its usual collation, `iexact`, a column of type citext. Each letter is then worth one bit less, so a token of 20 letters and digits is guessed some fifty thousand times sooner; and a deny-list or a log that compares exactly does not know the other spelling.',
  bad: `Token.objects.get(key__iexact=key)
`,
  good: `Token.objects.get(key=key)  # key = CharField(max_length=40, db_collation="utf8mb4_bin")
`,
  refute:
    'Send the token with small letters in place of capital ones and the other way round: the answer must be 401. A token of hex digits alone loses nothing by it: list the finding with that reason.',
  references: [
    'CWE-178: Improper Handling of Case Sensitivity',
    'Django: notes on databases, MySQL, collation settings',
    'OWASP ASVS 5.0, 7.2.3 (entropy of reference tokens)',
  ],
  judge(matrix, facts) {
    const hits = wrongTokenHits(matrix, facts, 'token-in-other-case', 'medium', ['token-prefix']);
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'the case of a token does not matter',
        message: `${namesOf(group)}: the valid token gets in with its small letters capital and its capital ones small.`,
        cause: group.cause?.text ?? 'the look-up does not tell small letters from capital ones',
      }),
    );
  },
};
