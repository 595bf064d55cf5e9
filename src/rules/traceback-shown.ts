/** Rule: an error answers with the stack of the program. */
import type { Rule } from '../model/finding.ts';

export const rule: Rule = {
  id: 'traceback-shown',
  title: 'an error shows the stack of the program',
  family: 'hardening',
  severity: 'medium',
  cwe: 'CWE-209',
  owasp: ['API8:2023'],
  why: 'The answer to a request that fails holds a Python traceback: file names, lines of code, the libraries with their places, often the value that the code stumbled over. Whoever looks for a way around the check of the token reads how it is made. It belongs into the log, with a number for the client.',
  bad: `def on_error(error, context):
    return Response({"error": traceback.format_exc()}, status=500)
`,
  good: `def on_error(error, context):
    logger.exception("request failed")
    return exception_handler(error, context) or Response({"error": "internal error"}, status=500)
`,
  refute: 'Send the request of the finding: the answer must not hold the words "Traceback (most recent call last)".',
  references: [
    'CWE-209: Generation of Error Message Containing Sensitive Information',
    'OWASP API8:2023 Security Misconfiguration',
    'OWASP ASVS 5.0, 16.5.1',
    'Django REST framework: exceptions, custom exception handling',
  ],
  judge: (matrix) =>
    (matrix.answers ?? [])
      .filter(({ kind }) => kind === 'traceback')
      .map(({ exchange, status, operations }) => ({
        severity: 'medium' as const,
        confidence: 'certain' as const,
        symbol: 'traceback',
        place: null,
        title: 'an error shows the stack of the program',
        message: `${operations[0] ?? 'a path that does not exist'}: a request that fails is answered with a Python traceback.`,
        cause: 'the stack is written into the answer',
        operations,
        verdicts: {},
        reasons: [{ text: `answered ${status} with a Python traceback`, exchange }],
        proof: [exchange],
      })),
};
