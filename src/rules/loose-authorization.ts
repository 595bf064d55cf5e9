/** Rule: the header with the token is not read as it is written. */
import type { Rule } from '../model/finding.ts';
import { kindOf } from './shared/evidence.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'loose-authorization',
  title: 'the Authorization header is read loosely',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-287',
  owasp: ['API8:2023'],
  why: 'The token is cut out of the header by its length, by the first space or by a replacement, and the rest is not looked at. By itself it lets nobody in who has no token. But a gateway, a firewall or a log in front of it that reads the header as the standard has it sees no token where the application sees one, and what it counts, checks or leaves out is something else than what is answered.',
  bad: `token = request.META.get("HTTP_AUTHORIZATION", "").split(" ")[-1]
`,
  good: `parts = request.META.get("HTTP_AUTHORIZATION", "").split()
if len(parts) != 2 or parts[0].lower() != "bearer":
    return None
`,
  refute:
    'Send the request of the finding: it must be answered 400 or 401. Where clients are told to send the token like this, write it into the document, as a scheme of its own.',
  references: [
    'CWE-287: Improper Authentication',
    'RFC 6750 section 2.1 (one word, one space, the token)',
    'RFC 9110 sections 11.1 and 11.4 (scheme and credentials)',
  ],
  judge(matrix, facts) {
    return Object.entries(SENT).flatMap(([probe, sent]) => {
      // What a server does is no matter of opinion; by the source alone it may be what clients are told to send.
      const hits = wrongTokenHits(matrix, facts, probe, 'low').filter(({ row }) => kindOf(row, probe, 'observed') === 'admits');
      return groupHits(hits).map((group) =>
        reportOf(group, {
          title: `the token gets in ${sent}`,
          message: `${namesOf(group)}: the valid token gets in ${sent}.`,
          cause: group.cause?.text ?? 'the token is cut out of the header, and the rest is not looked at',
        }),
      );
    });
  },
};

const SENT: Readonly<Record<string, string>> = {
  'wrong-scheme': 'without the scheme that it belongs to',
  'token-with-junk': 'with something behind it',
};
