/** Rule: refusals do not say what they ask for, as HTTP and the document have it. */
import type { Report, Rule } from '../model/finding.ts';
import type { Matrix, MatrixRow } from '../model/matrix.ts';
import { verdictOf } from './shared/evidence.ts';

export const rule: Rule = {
  id: 'refusal-without-challenge',
  title: 'a refusal does not say what it asks for',
  family: 'drift',
  severity: 'info',
  cwe: 'CWE-684',
  owasp: ['API8:2023'],
  why: 'A client that gets 401 reads in WWW-Authenticate how to log in; one that gets 403 gives up, since a token would not help. An API that answers 401 without the header, or 403 where only the token is missing, is guarded all the same, but clients and gateways take the wrong turn, and a log-in that has run out looks like a lack of rights. In Django REST framework the first authenticator decides: without authenticate_header the answer is 403.',
  bad: `class KeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        ...
`,
  good: `class KeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        ...

    def authenticate_header(self, request):
        return "Bearer"
`,
  refute: 'Ask without a token: the answer must be 401 with a header WWW-Authenticate. For information only; nobody gets in by it.',
  references: [
    'CWE-684: Incorrect Provision of Specified Functionality',
    'RFC 9110 sections 11.6.1 and 15.5.2',
    'RFC 6750 section 3',
    'Django REST framework: authentication, unauthorized and forbidden responses',
  ],
  judge: (matrix) => [...unchallenged(matrix), ...forbidden(matrix)],
};

function unchallenged(matrix: Matrix): readonly Report[] {
  return (matrix.answers ?? [])
    .filter(({ kind }) => kind === 'no-challenge')
    .map(({ exchange, operations }) =>
      told({
        symbol: 'WWW-Authenticate',
        what: 'answers 401 without WWW-Authenticate',
        operations,
        exchanges: [exchange],
      }),
    );
}

/** 403 to a request without a token, where the document lists 401. */
function forbidden({ rows }: Matrix): readonly Report[] {
  const found = rows.filter((row) => promisedStatus(row) === 401 && isForbidden(row));
  if (found.length === 0) return [];
  const exchanges = verdictOf(found[0]!, 'no-token', 'observed')!.reasons.flatMap(({ exchange }) => exchange ?? []);
  const operations = found.map(({ id }) => id).sort();
  return [told({ symbol: '403', what: 'answers 403 to a request without a token, where the document lists 401', operations, exchanges })];
}

const promisedStatus = (row: MatrixRow): number | undefined => verdictOf(row, 'no-token', 'promised')?.status;

function isForbidden(row: MatrixRow): boolean {
  const observed = verdictOf(row, 'no-token', 'observed');
  return observed?.verdict === 'rejects' && observed.status === 403;
}

interface Told {
  readonly symbol: string;
  readonly what: string;
  readonly operations: readonly string[];
  readonly exchanges: readonly string[];
}

function told({ symbol, what, operations, exchanges }: Told): Report {
  const [exchange] = exchanges;
  const more = operations.length > 1 ? ` and ${operations.length - 1} more` : '';
  return {
    severity: 'info',
    confidence: 'certain',
    symbol,
    place: null,
    title: rule.title,
    message: `${operations[0]}${more}: ${what}.`,
    cause: what,
    operations,
    verdicts: {},
    reasons: [{ text: what, ...(exchange === undefined ? {} : { exchange }) }],
    proof: exchange === undefined ? [] : [exchange],
  };
}
