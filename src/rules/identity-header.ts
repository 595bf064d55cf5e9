/** Rule: the name of a user in a header is believed. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, identityHeaderOf, kindOf } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { rateForged } from './shared/rating.ts';

export const rule: Rule = {
  id: 'identity-header',
  title: 'the name of a user in a header is believed',
  family: 'bypass',
  severity: 'high',
  cwe: 'CWE-290',
  owasp: ['API2:2023'],
  why: 'A proxy that has authenticated somebody passes the name on in a header. Whoever reaches the application past the proxy, or through one that does not remove such a header, writes any name into it and is that user. A header of HTTP is never proof of who sent it.',
  bad: `name = request.headers.get("X-Forwarded-User")
return (User.objects.get(username=name), None)
`,
  good: `name = request.META.get("REMOTE_USER")
return (User.objects.get(username=name), None)
`,
  refute:
    'Send the header with the name of a test user straight to the application and through the proxy: both must answer 401. If nothing but the proxy can reach the application and the proxy always overwrites the header (its spelling with underscores too), list the finding with that reason.',
  references: [
    'CWE-290: Authentication Bypass by Spoofing',
    'OWASP ASVS 5.0, 4.1.3',
    'RFC 9700 section 4.13',
    'Django: authentication using REMOTE_USER, configuration',
  ],
  judge(matrix, facts) {
    return groupHits(believed(matrix, facts)).map((group) =>
      reportOf(group, {
        title: 'the name of a user in a header is believed',
        message: `${namesOf(group)}: whoever sends ${identityHeaderOf(group.hits[0]!.row)} with the name of a user is that user.`,
        cause: group.cause?.text ?? 'a header that the client can send names the user',
        caption: 'any client can send this header',
      }),
    );
  },
};

function believed(matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  return matrix.rows
    .filter((row) => row.intendedPublic === null && identityHeaderOf(row) !== null)
    .map((row) => ({
      row,
      probe: 'identity-header',
      cause: causeOf(row, 'identity-header', facts) ?? causeOf(row, 'no-token', facts),
      rating: rateForged('high', kindOf(row, 'no-token', 'predicted'), kindOf(row, 'identity-header', 'observed')),
    }));
}
