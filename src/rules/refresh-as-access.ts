/** Rule: a refresh token gets in where an access token is asked for. */

import type { SourceFacts } from '../model/facts.ts';
import type { Rule, Severity } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { kindOf } from './shared/evidence.ts';
import { entryOf, holdsText } from './shared/fact-values.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'refresh-as-access',
  title: 'a refresh token opens operations',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-287',
  owasp: ['API2:2023'],
  why: 'Access tokens live for minutes, so that a stolen one is soon worthless; the refresh token lives for days and is meant for one address only. Where it opens every operation, the short life of the other means nothing, and a blacklist of refresh tokens is never asked.',
  bad: `payload = jwt.decode(token, key, algorithms=["HS256"])
user = User.objects.get(pk=payload["user_id"])
`,
  good: `payload = jwt.decode(token, key, algorithms=["HS256"])
if payload.get("token_type") != "access":
    raise AuthenticationFailed("Not an access token.")
`,
  refute:
    'Send the refresh token of a login as Authorization: Bearer: the answer must be 401. If the project issues one kind of token only, the finding is wrong.',
  references: ['CWE-287: Improper Authentication', 'RFC 8725 section 3.12', 'OWASP ASVS 5.0, 9.2.2', 'Simple JWT: token types'],
  judge(matrix, facts) {
    // Where no second kind of token is issued there is none to send.
    const issued = issuesRefreshTokens(matrix, facts);
    const hits = issued ? wrongTokenHits(matrix, facts, 'refresh-as-access', 'high') : [];
    const signs = signsWithKeyPairs(facts);
    const sent = hits.filter((hit) => signs || !isOfAnotherIssuer(hit));
    return [
      ...groupHits(sent).map((group) =>
        reportOf(group, {
          title: 'a refresh token opens operations',
          message: `${namesOf(group)}: the refresh token gets in, where an access token is asked for.`,
          cause: group.cause?.text ?? 'the kind of the token is not looked at',
          caption: 'any kind of token',
        }),
      ),
      ...SIGNED_ANEW.flatMap(({ probe, severity, better, title, told }) =>
        groupHits(signedHits(matrix, facts, probe, severity, better, issued)).map((group) =>
          reportOf(group, {
            title,
            message: `${namesOf(group)}: ${told}.`,
            cause: 'the claim is not looked at',
            caption: 'any kind of token',
          }),
        ),
      ),
    ];
  },
};

/** What the holder of the key shows without a refresh token: the claim that says what a token is for holds another word, or none. */
const SIGNED_ANEW = [
  {
    probe: 'other-use-token',
    severity: 'high',
    better: ['unsigned-token', 'refresh-as-access'],
    title: 'a token for another use opens operations',
    told: 'a token gets in that says of itself that it is no access token',
  },
  {
    probe: 'unclear-use-token',
    severity: 'low',
    better: ['unsigned-token', 'refresh-as-access', 'other-use-token'],
    title: 'a token without a clear use opens operations',
    told: 'a token gets in that does not say what it is for, or says it in another case',
  },
] as const;

/** Where the real refresh token was turned away, another word in its place says nothing. */
function signedHits(
  matrix: Matrix,
  facts: SourceFacts | null,
  probe: string,
  severity: Severity,
  better: readonly string[],
  issued: boolean,
): readonly Hit[] {
  return wrongTokenHits(matrix, facts, probe, severity, better)
    .filter(({ row }) => kindOf(row, 'refresh-as-access', 'observed') !== 'rejects')
    .map((hit) => (issued ? hit : { ...hit, rating: { ...hit.rating, confidence: 'tentative' } }));
}

/** Views that renew the one kind of token there is. */
const RENEWS_ITSELF = /^rest_framework_jwt\./;

function issuesRefreshTokens(matrix: Matrix, facts: SourceFacts | null): boolean {
  if (matrix.rows.some((row) => row.cells.get('refresh-as-access')?.observed?.verdict === 'admits')) return true;
  const renewing = matrix.rows.filter((row) => /refresh/i.test(`${row.path} ${row.source?.view ?? ''}`));
  if (renewing.some((row) => !RENEWS_ITSELF.test(row.source?.view ?? ''))) return true;
  return (facts?.callsOf('jwt.encode') ?? []).some((call) =>
    [...call.arguments, ...Object.values(call.keywords)].some((value) => holdsText(value, /^refresh/)),
  );
}

/**
 * A key pair or key set verified the token, and only the source says that it gets in. Where the project itself signs with
 * secrets only, no refresh token that it issues passes there, and what the other issuer hands out is not known.
 */
function isOfAnotherIssuer({ row, cause }: Hit): boolean {
  return cause?.tokenKey === 'shared' && kindOf(row, 'refresh-as-access', 'observed') !== 'admits';
}

/** Settings of libraries that issue tokens, with the entry that names the algorithm. */
const ISSUERS = [
  ['SIMPLE_JWT', 'ALGORITHM'],
  ['NINJA_JWT', 'ALGORITHM'],
  ['JWT_AUTH', 'JWT_ALGORITHM'],
] as const;

/** Whether tokens that the project signs may be signed with a key pair; what is not known may be. */
function signsWithKeyPairs(facts: SourceFacts | null): boolean {
  const named = ISSUERS.flatMap(([setting, entry]) => {
    const value = facts?.setting(setting)?.value;
    const algorithm = value && entryOf(value, entry)?.value;
    return algorithm ? [algorithm] : [];
  });
  const callsOf = (name: string) => facts?.callsOf(name) ?? [];
  const called = [
    ...['jwt.encode', 'jose.jwt.encode'].flatMap(callsOf).map((call) => call.keywords.algorithm ?? call.arguments[2]),
    ...callsOf('authlib.jose.jwt.encode').map((call) => call.arguments[0]),
  ];
  // Those that are told nothing sign with HS256 (`jwt/api_jwt.py`, PyJWT 2; `jose/jwt.py`, python-jose 3).
  return [...named, ...called].some((algorithm) => algorithm !== undefined && !holdsText(algorithm, /^HS/));
}
