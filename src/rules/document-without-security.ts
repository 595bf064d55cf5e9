/** Rule: the document says nothing about security. */
import type { Rule } from '../model/finding.ts';
import { operationsText, remarkReports } from './shared/remarks.ts';

export const rule: Rule = {
  id: 'document-without-security',
  title: 'the document says nothing about security',
  family: 'drift',
  severity: 'low',
  cwe: 'CWE-1059',
  owasp: ['API9:2023'],
  why: 'No operation of the OpenAPI document asks for a credential, though the API has authentication or should have it. Clients cannot know what to send, gateways that follow the document let everything through, and nothing can be compared with it. Generators leave security out where they do not know an authenticator.',
  bad: `openapi: 3.0.3
paths:
  /api/users/:
    get: {responses: {"200": {description: ok}}}
`,
  good: `openapi: 3.0.3
security: [{bearerAuth: []}]
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
  refute: 'If the whole API is open on purpose, say so in the document with security: [] at its top; then nothing is reported.',
  references: [
    'CWE-1059: Insufficient Technical Documentation',
    'OWASP API9:2023 Improper Inventory Management',
    'OpenAPI Specification 3.1, Security Requirement Object',
    'drf-spectacular: OpenApiAuthenticationExtension',
  ],
  judge: (matrix) =>
    remarkReports(matrix, 'silent', ({ subject, operations }) => ({
      severity: 'low',
      title: 'the document says nothing about security',
      message: `None of the ${operationsText(operations)} of the document asks for a credential, and the document as a whole does not either.`,
      cause: `${subject} has no security`,
      caption: 'no security here or below',
    })),
};
