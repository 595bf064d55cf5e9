/** Rule: a token that says itself with which key it is verified gets in. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

interface Form {
  readonly probe: string;
  readonly told: string;
  readonly caption: string;
  /** Probes that find the same code. */
  readonly same?: readonly string[];
}

const FORMS: readonly Form[] = [
  {
    probe: 'own-key-token',
    told: 'a token signed with a key of the sender, whose public half stands in its header,',
    caption: 'believes the key in the header',
  },
  {
    probe: 'certificate-token',
    told: 'a token signed with a key of the sender, whose own certificate stands in its header,',
    caption: 'believes the certificate in the header',
  },
  {
    probe: 'key-address-token',
    told: 'a token signed with a key of the sender, whose header names the address of that key,',
    caption: 'fetches the key that the token names',
  },
  {
    probe: 'key-query-token',
    told: "a token gets its key looked up by a piece of SQL in its header: one signed with the sender's own word",
    caption: 'puts the name of the key into a query',
  },
  {
    probe: 'key-file-token',
    told: 'a token signed with an empty secret, whose header names /dev/null as the key,',
    caption: 'opens the file that the token names',
  },
  {
    probe: 'public-file-token',
    told: 'a token signed with the bytes of a file that the server hands out, whose header names that file as the key,',
    caption: 'opens the file that the token names',
    same: ['key-file-token'],
  },
];

export const rule: Rule = {
  id: 'key-from-token',
  title: 'a token chooses the key that verifies it',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-347',
  owasp: ['API2:2023'],
  why: 'The header of a token may hold a public key (`jwk`), its certificate (`x5c`) or the name of one (`kid`). It is there to choose among the keys that the server knows already. Code that takes the key itself from the header, or opens a file of that name, verifies every token with the key of whoever wrote it.',
  bad: `header = jwt.get_unverified_header(token)
key = RSAAlgorithm.from_jwk(header["jwk"])
payload = jwt.decode(token, key, algorithms=["RS256"])
`,
  good: `header = jwt.get_unverified_header(token)
key = settings.PUBLIC_KEYS[header["kid"]]
payload = jwt.decode(token, key, algorithms=["RS256"])
`,
  refute:
    'Sign a valid token anew with a key of your own, and write its public half into the header as `jwk`: the answer must be 401; so it must be with a certificate in `x5c` that nobody issued, and with an empty secret and the kid ../../../../dev/null.',
  references: [
    'CWE-347: Improper Verification of Cryptographic Signature',
    'RFC 7515 sections 4.1.3, 4.1.4 and 4.1.6',
    'RFC 8725 section 3.10',
    'OWASP ASVS 5.0, 9.1.3',
    'CVE-2018-0114',
  ],
  judge(matrix, facts) {
    // An empty secret that needs no name is a fault of its own.
    const better = ['unsigned-token', 'blank-signature-token'];
    return FORMS.flatMap(({ probe, told, caption, same = [] }) =>
      groupHits(wrongTokenHits(matrix, facts, probe, 'critical', [...better, ...same])).map((group) =>
        reportOf(group, {
          title: 'a token chooses the key that verifies it',
          message: `${namesOf(group)}: ${told} gets in.`,
          cause: group.cause?.text ?? 'the key is taken from the token',
          caption,
        }),
      ),
    );
  },
};
