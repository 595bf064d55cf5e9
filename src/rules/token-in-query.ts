/** Rule: the valid token is accepted from the query string. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, ENTRANCES, isTurnedAway, kindOf, letIn } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { rateForged } from './shared/rating.ts';

export const rule: Rule = {
  id: 'token-in-query',
  title: 'the token is accepted in the query string',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-598',
  owasp: ['API2:2023', 'API8:2023'],
  why: 'An address is copied everywhere: access logs of server and proxies, browser history, Referer headers, chat messages. A token that is accepted there is soon in the hands of others. RFC 9700 forbids it for access tokens.',
  bad: `raw = request.query_params.get("token")
if raw:
    token = self.get_validated_token(raw)
    return (self.get_user(token), token)
`,
  good: `class DocumentAuthentication(JWTAuthentication):
    """The token travels in the Authorization header only."""
`,
  refute:
    'Send the valid token as ?token=... (or the name in the finding) and no Authorization header: the answer must be 401. A signed link that is valid once and for minutes is another thing: list it with its reason.',
  references: [
    'CWE-598: Use of GET Request Method With Sensitive Query Strings',
    'RFC 6750 section 2.3',
    'RFC 9700 section 4.3.2',
    'OWASP ASVS 5.0, 14.2.1',
  ],
  judge(matrix, facts) {
    return groupHits(inQuery(matrix, facts)).map((group) => {
      const name = group.cause?.reads.find((read) => read.startsWith('query:'))?.slice('query:'.length);
      return reportOf(group, {
        title: 'the token is accepted in the query string',
        message: `${namesOf(group)}: the valid token gets in as ${name ? `?${name}=` : 'a query parameter'}, where logs and Referer headers keep it.`,
        cause: group.cause?.text ?? 'the token is read from the query string',
        caption: 'reads the token from the URL',
      });
    });
  },
};

function inQuery(matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  const hits: Hit[] = [];
  for (const row of matrix.rows) {
    // Open anyway, or open to any word there: other rules say so.
    if (letIn(row, 'no-token') || letIn(row, 'garbage-in-query')) continue;
    const taken = ENTRANCES.some(
      (witness) => kindOf(row, 'token-in-query', witness) === 'admits' && isTurnedAway(row, 'no-token', witness),
    );
    if (!taken) continue;
    const rating = rateForged('medium', kindOf(row, 'token-in-query', 'predicted'), kindOf(row, 'token-in-query', 'observed'));
    hits.push({ row, probe: 'token-in-query', cause: causeOf(row, 'token-in-query', facts), rating });
  }
  return hits;
}
