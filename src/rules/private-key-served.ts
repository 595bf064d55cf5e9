/** Rule: the server hands a key that signs tokens to everybody. */
import type { Rule } from '../model/finding.ts';

export const rule: Rule = {
  id: 'private-key-served',
  title: 'a private key in the JWKS',
  family: 'token',
  severity: 'critical',
  cwe: 'CWE-522',
  owasp: ['API2:2023', 'API8:2023'],
  why: 'A set of keys (JWKS) tells everybody how to verify a token, and for that the public half of a key is enough. Whoever exports the whole key writes the private half into the same JSON, as `d`, `p` and `q`; a shared secret (`"kty": "oct"`) has no public half at all. Who has read it signs tokens for any user, and they are as good as real ones. The key is known from then on: it must be replaced, and not only hidden.',
  bad: `KEY = JWK.from_pem(settings.SIGNING_KEY.encode())


def jwks(request):
    return JsonResponse({"keys": [KEY.export(as_dict=True)]})
`,
  good: `def jwks(request):
    return JsonResponse({"keys": [KEY.export_public(as_dict=True)]})
`,
  refute:
    'Ask for the path of the finding without a token: no key in the answer may have a member `d`, `p` or `q`, or the type `oct`. A key that signs nothing, in an example say, is none: list the finding with that reason.',
  references: [
    'CWE-522: Insufficiently Protected Credentials',
    'RFC 7517 section 9.2 (private and symmetric keys must not be disclosed)',
    'RFC 7518 sections 6.2.2, 6.3.2 and 6.4 (the members of private and shared keys)',
    'OWASP API2:2023 Broken Authentication',
  ],
  judge: (matrix) =>
    (matrix.answers ?? [])
      .filter(({ kind }) => kind === 'private-key')
      .map(({ exchange, status, operations, path = '/.well-known/jwks.json' }) => ({
        severity: 'critical' as const,
        confidence: 'certain' as const,
        symbol: 'jwks',
        place: null,
        title: 'a private key in the JWKS',
        message: `${operations[0] ?? `GET ${path}`}: hands everybody a key with its private half.`,
        cause: 'the keys are exported with their private members',
        operations,
        verdicts: {},
        reasons: [{ text: `answered ${status} with a private key, without a token`, exchange }],
        proof: [exchange],
      })),
};
