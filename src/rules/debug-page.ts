/** Rule: the server answers with Django's page for developers. */
import type { Rule } from '../model/finding.ts';

export const rule: Rule = {
  id: 'debug-page',
  title: 'the server runs with DEBUG = True',
  family: 'hardening',
  severity: 'medium',
  cwe: 'CWE-215',
  owasp: ['API8:2023'],
  why: 'With DEBUG = True Django answers an error with a page for its developers: the code around it, the values of local variables, the settings, all routes. Whoever provokes one reads what the tokens are checked with. What looks like a secret by its name is left out, what does not is shown.',
  bad: `DEBUG = os.environ.get("DEBUG", True)
`,
  good: `DEBUG = os.environ.get("DEBUG") == "yes"
`,
  refute:
    'Ask for a path that does not exist: the answer must not speak of DEBUG. A server on your own machine or network may run like this.',
  references: [
    'CWE-215: Insertion of Sensitive Information Into Debugging Code',
    'OWASP API8:2023 Security Misconfiguration',
    'OWASP ASVS 5.0, 13.4.2',
    'Django: settings, DEBUG',
  ],
  judge: (matrix) =>
    (matrix.answers ?? [])
      .filter(({ kind }) => kind === 'debug-page')
      .map(({ exchange, status, local, operations }) => ({
        // Whoever scans a server of the own machine or network knows how it runs.
        severity: local ? ('info' as const) : ('medium' as const),
        confidence: 'certain' as const,
        symbol: 'DEBUG',
        place: null,
        title: 'the server runs with DEBUG = True',
        message: `${operations[0] ?? 'a path that does not exist'}: answered with Django's page for developers, to anybody.`,
        cause: 'DEBUG is True',
        operations,
        verdicts: {},
        reasons: [{ text: `answered ${status} with the page of DEBUG = True`, exchange }],
        proof: [exchange],
      })),
};
