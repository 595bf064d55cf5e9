/**
 * Version of the scan and routes documents: a renamed or removed field is a new major version. Apart from their schemas, which
 * `routes` would load for nothing else.
 */
export const DOCUMENT_VERSION = '1.0';
