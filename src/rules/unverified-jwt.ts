/** Rule: a JWT is decoded, but its signature is not verified. */
import type { CallFact, FactValue, SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, ENTRANCES, isTurnedAway, kindOf, letIn } from './shared/evidence.ts';
import { type Group, groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { rateForged } from './shared/rating.ts';

export const rule: Rule = {
  id: 'unverified-jwt',
  title: 'a token with any signature logs in',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-347',
  owasp: ['API2:2023'],
  why: 'A JWT is readable text with a signature behind it. Without verifying the signature anyone may write another user into the text and be that user. Garbage is still refused, because it does not decode: that is why such code passes the usual tests. Rated critical, since the attacker chooses the identity.',
  bad: `payload = jwt.decode(token, options={"verify_signature": False})
`,
  good: `payload = jwt.decode(token, settings.SIMPLE_JWT["SIGNING_KEY"], algorithms=["HS256"])
`,
  refute:
    'Change the first character of the signature of a valid token and send it: the answer must be 401. If the same token is verified elsewhere before it is used, show that place.',
  references: [
    'CWE-347: Improper Verification of Cryptographic Signature',
    'RFC 8725 section 3.3',
    'OWASP ASVS 5.0, 9.1.1',
    'OWASP WSTG-SESS-10',
    'PyJWT: reading the claimset without validation',
  ],
  judge(matrix, facts) {
    return groupHits(tampered(matrix, facts)).map((group) => {
      const call = unverifiedCall(group, facts);
      const place = call?.keywordPlaces.options ?? call?.place ?? group.place;
      return {
        ...reportOf(group, {
          title: 'a token with any signature logs in',
          message: `${namesOf(group)}: a token whose signature was changed gets in, one that is no token at all does not.`,
          cause: group.cause?.text ?? 'the signature is not verified',
          caption: 'nothing is verified',
        }),
        place,
      };
    });
  },
};

/** No token, and what is none, wherever it is sent. */
const PLAINER = ['no-token', 'garbage-token', 'garbage-api-key', 'garbage-in-query', 'garbage-in-cookie', 'garbage-in-form'];

function tampered(matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  const hits: Hit[] = [];
  for (const row of matrix.rows) {
    const open = ENTRANCES.some(
      (witness) =>
        kindOf(row, 'tampered-token', witness) === 'admits' &&
        kindOf(row, 'no-token', witness) !== 'admits' &&
        kindOf(row, 'garbage-token', witness) !== 'admits',
    );
    // Where one witness lets garbage in, that is the finding; the signature is beside the point.
    if (!open || PLAINER.some((probe) => letIn(row, probe))) continue;
    const rating = rateForged('critical', kindOf(row, 'tampered-token', 'predicted'), kindOf(row, 'tampered-token', 'observed'));
    const refused = ENTRANCES.some((witness) => isTurnedAway(row, 'garbage-token', witness));
    hits.push({
      row,
      probe: 'tampered-token',
      cause: causeOf(row, 'tampered-token', facts),
      rating: refused ? rating : { ...rating, confidence: 'tentative' },
    });
  }
  return hits;
}

/** The call that decodes without verifying, inside what let the token in: its keyword is what the caret shall point to. */
function unverifiedCall(group: Group, facts: SourceFacts | null): CallFact | null {
  const { cause } = group;
  if (!facts || !cause) return null;
  const calls = facts.callsOf('jwt.decode').filter((call) => isUnverified(call));
  return (
    calls.find((call) => call.place.file === cause.place.file && call.place.line === cause.place.line) ??
    calls.find((call) => call.inside === cause.symbol || call.inside.startsWith(`${cause.symbol}.`)) ??
    null
  );
}

function isUnverified(call: CallFact): boolean {
  const options: FactValue | undefined = call.keywords.options;
  if (options?.kind !== 'dict') return false;
  return options.entries.some(
    ({ key, value }) => key.kind === 'constant' && key.value === 'verify_signature' && value.kind === 'constant' && value.value === false,
  );
}
