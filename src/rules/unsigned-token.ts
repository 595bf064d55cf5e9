/** Rule: a token without a signature gets in. */
import type { Rule } from '../model/finding.ts';
import { kindOf } from './shared/evidence.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { tokenReports } from './shared/token-remarks.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

const OTHER_FORMS = [
  {
    probe: 'no-algorithm-token',
    told: 'a token whose header names no algorithm, with nothing after the last dot,',
    cause: 'a signature is asked for in the branches of known algorithms only',
    caption: 'an algorithm is taken for granted',
  },
  {
    probe: 'json-token',
    told: 'a token in its JSON form, without a signature that counts,',
    cause: 'each signature is verified that is there, and none needs to be',
    caption: 'no signature needs to be there',
  },
  {
    probe: 'encrypted-token',
    told: 'a token that is encrypted to the public key and signed by nobody',
    cause: 'what can be decrypted is taken for genuine',
    caption: 'encryption is taken for a signature',
  },
];

export const rule: Rule = {
  id: 'unsigned-token',
  title: 'a token that nobody signed gets in',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-347',
  owasp: ['API2:2023'],
  why: 'The header of a token names its algorithm, and `none` is one of them: a token without any signature. Whoever believes the header lets everybody write a token for any user. Libraries refuse it unless they are told not to; code that takes tokens apart by hand often does not.',
  bad: `header = json.loads(decode(token.split(".")[0]))
if header["alg"] != "none":
    check_signature(token)
`,
  good: `payload = jwt.decode(token, key, algorithms=["HS256"])
`,
  refute: 'Send a valid token with the header {"alg": "none"} and nothing after the last dot: the answer must be 401.',
  references: [
    'CWE-347: Improper Verification of Cryptographic Signature',
    'RFC 8725 sections 2.3 and 3.1',
    'OWASP ASVS 5.0, 9.1.2',
    'OWASP WSTG-SESS-10',
  ],
  judge(matrix, facts) {
    const reports = groupHits(wrongTokenHits(matrix, facts, 'unsigned-token', 'critical')).map((group) =>
      reportOf(group, {
        title: 'a token that nobody signed gets in',
        message: `${namesOf(group)}: a token of the algorithm none, with nothing after the last dot, gets in.`,
        cause: group.cause?.text ?? 'the algorithm is taken from the token itself',
        caption: 'believes the token',
      }),
    );
    for (const { probe, told, cause, caption } of OTHER_FORMS)
      reports.push(
        ...groupHits(wrongTokenHits(matrix, facts, probe, 'critical', ['unsigned-token'])).map((group) =>
          reportOf(group, {
            title: 'a token that nobody signed gets in',
            message: `${namesOf(group)}: ${told} gets in.`,
            cause: group.cause?.text ?? cause,
            caption,
          }),
        ),
      );
    if (reports.length > 0) return reports;
    // The user's own token has no signature: whether it is a good one, the server says.
    const works = matrix.rows.some(
      (row) => kindOf(row, 'valid-token', 'observed') === 'admits' && kindOf(row, 'no-token', 'observed') === 'rejects',
    );
    return tokenReports(matrix, ['unsigned'], () => ({ severity: 'critical', confidence: works ? 'certain' : 'tentative' }));
  },
};
