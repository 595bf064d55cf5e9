/** Rule: an odd token makes the server fail in place of refusing it. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, kindOf } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';

export const rule: Rule = {
  id: 'crash-on-token',
  title: 'an odd token makes the server fail',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-755',
  owasp: ['API8:2023'],
  why: 'The code that reads the token expects more of it than it checks, and the exception is caught by nobody. Nobody gets in, but the client is told 500 where the answer is 401, each such request writes a stack trace into the log or the error service, and whoever watches for errors sees noise that anybody can make.',
  bad: `_, token = request.headers["Authorization"].split(" ")
`,
  good: `parts = request.headers["Authorization"].split()
if len(parts) != 2:
    raise AuthenticationFailed("One word and one token, please.")
`,
  refute: 'Send the request of the finding twice: it must be answered 401, not 500.',
  references: [
    'CWE-755: Improper Handling of Exceptional Conditions',
    'RFC 6750 section 3.1 (invalid_request, invalid_token)',
    'OWASP ASVS 5.0, 16.5.1',
  ],
  judge: (matrix, facts) =>
    groupHits(failing(matrix, facts)).map((group) =>
      reportOf(group, {
        title: 'an odd token makes the server fail',
        message: `${namesOf(group)}: turns away a request without a token, and answers one with ${SENT[group.hits[0]!.probe]} with a server error.`,
        cause: group.cause?.text ?? 'an exception of the check is not caught',
      }),
    ),
};

/** The plainest first. */
const SENT: Readonly<Record<string, string>> = {
  'garbage-token': 'a made-up token',
  'tampered-token': 'a changed token',
  'empty-token': 'an empty token',
  'null-token': 'a word such as null as a token',
  'token-with-junk': 'something behind the token',
  'wrong-scheme': 'another scheme in front of the token',
  'token-prefix': 'the beginning of a token',
};

/** One hit for an operation: the same exception explains the others. Only what the server itself did, and did twice. */
function failing(matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  return matrix.rows.flatMap((row): Hit[] => {
    if (kindOf(row, 'no-token', 'observed') !== 'rejects' || kindOf(row, 'valid-token', 'observed') !== 'admits') return [];
    const probe = Object.keys(SENT).find((one) => kindOf(row, one, 'observed') === 'crashes');
    return probe === undefined
      ? []
      : [{ row, probe, cause: causeOf(row, probe, facts), rating: { severity: 'low', confidence: 'certain' } }];
  });
}
