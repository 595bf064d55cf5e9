/** Rule: operations take the password itself (HTTP Basic). */
import type { Rule } from '../model/finding.ts';
import { operationsText, remarkReports } from './shared/remarks.ts';

export const rule: Rule = {
  id: 'basic-authentication',
  title: 'operations take the password itself (HTTP Basic)',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-522',
  owasp: ['API2:2023'],
  why: 'With HTTP Basic the password of the user goes along with every request and lies in every client. It does not expire, cannot be taken back for one client alone, passes by a second factor, and each operation that takes it is a place to guess it.',
  bad: `components:
  securitySchemes:
    basicAuth: {type: http, scheme: basic}
`,
  good: `components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer, bearerFormat: JWT}
`,
  refute:
    'Send a right name and password as Basic to one of the operations: if it answers 401, the document is wrong. A client id with its secret at a token endpoint (RFC 6749 section 2.3.1) is meant so: list it with its reason.',
  references: ['CWE-522: Insufficiently Protected Credentials', 'RFC 7617 section 4', 'OWASP API2:2023 Broken Authentication'],
  judge: (matrix) =>
    remarkReports(matrix, 'basic', ({ subject, operations }) => ({
      severity: 'low',
      title: 'operations take the password itself (HTTP Basic)',
      message: `${operationsText(operations)} may be called with ${subject}: the password goes along with every request.`,
      cause: `the scheme ${subject} is HTTP Basic`,
      caption: 'the password itself',
    })),
};
