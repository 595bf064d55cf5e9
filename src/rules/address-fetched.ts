/** Rule: the server fetches an address that stands in the header of a token, before it knows who wrote it. */
import type { Rule } from '../model/finding.ts';
import { kindOf } from './shared/evidence.ts';

export const rule: Rule = {
  id: 'address-fetched',
  title: 'the server fetches an address that a token names',
  family: 'token',
  severity: 'medium',
  cwe: 'CWE-918',
  owasp: ['API7:2023'],
  why: 'The header of a token may name the address of its key (`jku`, `x5u`). Whoever fetches it before the signature is verified asks, from inside of the own network, whatever a stranger names: services that have no other guard than their address, and the metadata of a cloud. That the token is turned away afterwards does not undo it.',
  bad: `header = jwt.get_unverified_header(token)
keys = requests.get(header["jku"]).json()
`,
  good: `keys = jwt.PyJWKClient(settings.ISSUER_KEYS)
key = keys.get_signing_key_from_jwt(token)
`,
  refute: 'Send a token whose header names an address of a listener of your own as `jku` and `x5u`: the listener must not be asked.',
  references: ['CWE-918: Server-Side Request Forgery', 'RFC 8725 section 3.10', 'OWASP API7:2023', 'OWASP ASVS 5.0, 9.1.3'],
  judge: (matrix) =>
    (matrix.answers ?? [])
      .filter(({ kind }) => kind === 'fetched-address')
      .flatMap(({ exchange, operations }) => {
        // Where the fetched key is believed as well, that is the finding.
        const left = operations.filter(
          (id) => !matrix.rows.some((row) => row.id === id && kindOf(row, 'key-address-token', 'observed') === 'admits'),
        );
        if (left.length === 0) return [];
        return [
          {
            severity: 'medium' as const,
            confidence: 'certain' as const,
            symbol: 'jku',
            place: null,
            title: 'the server fetches an address that a token names',
            message: `${left[0]}: while it looked at a token that it turned away, the server fetched the address in its header.`,
            cause: 'the address of the key is taken from the token',
            operations: left,
            verdicts: {},
            reasons: [{ text: 'a listener on this machine was asked for the key that the token names', exchange }],
            proof: [exchange],
          },
        ];
      }),
};
