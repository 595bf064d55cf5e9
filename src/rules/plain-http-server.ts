/** Rule: the document names a server without TLS. */
import type { Rule } from '../model/finding.ts';
import { operationsText, remarkReports } from './shared/remarks.ts';

export const rule: Rule = {
  id: 'plain-http-server',
  title: 'the document names a server without TLS',
  family: 'hardening',
  severity: 'medium',
  cwe: 'CWE-319',
  owasp: ['API8:2023'],
  why: 'Whoever is on the way reads and changes what goes over plain http, the token included. A client that takes the address from the document sends it there, and a redirect to https comes too late: the token was sent by then.',
  bad: `servers:
  - url: http://api.shop.com/v1
`,
  good: `servers:
  - url: https://api.shop.com/v1
`,
  refute:
    'Ask the address with a token of no value: if nothing listens there, the document is wrong, and only that. Loopback and private addresses are not reported.',
  references: [
    'CWE-319: Cleartext Transmission of Sensitive Information',
    'RFC 6750 section 5.3',
    'OWASP ASVS 5.0, 12.2.1',
    'OpenAPI Specification 3.1, Server Object',
  ],
  judge: (matrix) =>
    remarkReports(matrix, 'plain-http', ({ subject, operations }) => ({
      severity: 'medium',
      title: 'the document names a server without TLS',
      message: `${subject} is a server of ${operationsText(operations)}: a token that is sent there can be read on the way.`,
      cause: `the address of the server is http://`,
      caption: 'no TLS',
    })),
};
