/** Rule: the name of a user in a header is believed. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix, MatrixRow } from '../model/matrix.ts';
import { userHeaderIn } from '../model/user-header.ts';
import type { VerdictKind } from '../model/verdict.ts';
import { causeOf, identityHeaderOf, kindOf, verdictOf } from './shared/evidence.ts';
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
        message: `${namesOf(group)}: whoever sends ${headerOf(group.hits[0]!.row)} with the name of a user is that user.`,
        cause: group.cause?.text ?? 'a header that the client can send names the user',
        caption: 'any client can send this header',
      }),
    );
  },
};

function believed(matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  return matrix.rows
    .filter((row) => row.intendedPublic === null && (isLetIn(row) || (identityHeaderOf(row) !== null && !wantsMore(row))))
    .map((row) => ({
      row,
      probe: 'identity-header',
      cause: causeOf(row, 'identity-header', facts) ?? causeOf(row, 'no-token', facts),
      rating: rateForged('high', kindOf(row, 'no-token', 'predicted'), askedWith(row)),
    }));
}

/** The server lets in whoever sends the name of the own user, and nobody without. */
function isLetIn(row: MatrixRow): boolean {
  return kindOf(row, 'identity-header', 'observed') === 'admits' && kindOf(row, 'no-token', 'observed') === 'rejects';
}

/** By the source another header must have a certain word as well, and the server turns away whoever does not send it. */
function wantsMore(row: MatrixRow): boolean {
  const believed = identityHeaderOf(row);
  const conditions = verdictOf(row, 'no-token', 'predicted')?.conditions ?? [];
  const others = conditions.some((condition) => {
    const name = /^header:(\S+) is '/i.exec(condition)?.[1];
    return name !== undefined && name.toLowerCase() !== believed?.toLowerCase();
  });
  return others && askedWith(row) === 'rejects';
}

/** What the server said; a refusal counts where the header was sent that the source believes. */
function askedWith(row: MatrixRow): VerdictKind | undefined {
  const observed = verdictOf(row, 'identity-header', 'observed');
  const believed = identityHeaderOf(row)?.toLowerCase().replace(/_/g, '-');
  const isAsked =
    observed?.conditions?.some((condition) =>
      condition
        .toLowerCase()
        .split(/[\s,:]+/)
        .includes(believed ?? ''),
    ) ?? false;
  return observed?.verdict === 'rejects' && !isAsked ? undefined : observed?.verdict;
}

function headerOf(row: MatrixRow): string {
  const observed = verdictOf(row, 'identity-header', 'observed');
  return (isLetIn(row) ? userHeaderIn(observed?.conditions) : null) ?? identityHeaderOf(row) ?? 'a header of proxies';
}
