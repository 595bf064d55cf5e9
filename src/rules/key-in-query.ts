/** Rule: the document puts a key into the query string. */
import type { Rule } from '../model/finding.ts';
import { operationsText, remarkReports } from './shared/remarks.ts';

export const rule: Rule = {
  id: 'key-in-query',
  title: 'the document puts a key into the query string',
  family: 'hardening',
  severity: 'low',
  cwe: 'CWE-598',
  owasp: ['API2:2023', 'API8:2023'],
  why: 'An address is copied everywhere: access logs of server and proxies, browser history, Referer headers. A key that travels there is soon in the hands of others.',
  bad: `components:
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
`,
  good: `components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-API-Key}
`,
  refute:
    'Send the key as the document says: if the operation answers 401, the document is wrong. A key that names a customer and protects nothing is another thing: list it with its reason.',
  references: [
    'CWE-598: Use of GET Request Method With Sensitive Query Strings',
    'RFC 6750 section 2.3',
    'OWASP ASVS 5.0, 14.2.1',
    'OpenAPI Specification 3.1, Security Scheme Object',
  ],
  judge: (matrix) =>
    remarkReports(matrix, 'key-in-query', ({ subject, operations }) => ({
      severity: 'low',
      title: 'the document puts a key into the query string',
      message: `${operationsText(operations)} may be called with ${subject}, a key in the query string, where logs and Referer headers keep it.`,
      cause: `the scheme ${subject} travels in the query string`,
      caption: 'in the address',
    })),
};
