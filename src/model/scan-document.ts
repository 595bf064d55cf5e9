/** The scan document (`unlatched scan --format json`) as a zod schema: the types, the JSON Schema and the reader come from it. */
import { z } from 'zod';

const verdictKind = z.enum(['rejects', 'admits', 'crashes', 'unknown']);
const line = z.int().min(1);
/** Index into the document's `reasons`. */
const reasonIndex = z.int().min(0);

const tool = z.object({ name: z.literal('unlatched'), version: z.string() });

export const reasonSchema = z.object({
  text: z.string(),
  file: z.string().optional(),
  line: line.optional(),
  /** JSON pointer into the OpenAPI document. */
  pointer: z.string().optional(),
  /** Key of `exchanges`. */
  exchange: z.string().optional(),
  because: z.array(reasonIndex).optional(),
});

const header = z.tuple([z.string(), z.string()]);

const exchangeSchema = z.object({
  probe: z.string(),
  operation: z.string().nullable(),
  request: z.object({ method: z.string(), url: z.string(), headers: z.array(header) }),
  response: z.object({ status: z.int(), headers: z.array(header), excerpt: z.string() }).nullable(),
  error: z.string().optional(),
  answer_class: z.string(),
  shows: z.enum(['debug-page', 'traceback', 'private-key', 'fetched-address']).optional(),
  curl: z.string(),
  duration_ms: z.number(),
});

const verdictSchema = z.object({
  verdict: verdictKind,
  status: z.int().optional(),
  stage: z.enum(['middleware', 'gate', 'handler']).optional(),
  conditions: z.array(z.string()).optional(),
  reasons: z.array(reasonIndex),
  next: z.string().optional(),
  effect: z.string().optional(),
});

const cellSchema = z.object({
  promised: verdictSchema.optional(),
  predicted: verdictSchema.optional(),
  observed: verdictSchema.optional(),
});

const operationSchema = z.object({
  /** Method and path with parameter names dropped: the join key. */
  id: z.string(),
  method: z.string(),
  path: z.string(),
  view: z.string().nullable(),
  file: z.string().nullable(),
  line: line.nullable(),
  spec_pointer: z.string().nullable(),
  spec_line: line.nullable(),
  intended_public: z.object({ why: z.string() }).nullable(),
  sensitive: z.boolean().optional(),
  /** probe id -> witness -> verdict. A witness that took no part in the scan has no key. */
  probes: z.record(z.string(), cellSchema),
});

/** 1-based, Unicode code points. */
const locationSchema = z.object({
  file: z.string(),
  line,
  column: z.int().min(1).optional(),
  end_line: line.optional(),
  end_column: z.int().min(1).optional(),
  symbol: z.string().optional(),
});

const verdictByWitness = z.object({
  promised: verdictKind.optional(),
  predicted: verdictKind.optional(),
  observed: verdictKind.optional(),
});

const fixSchema = z.object({
  summary: z.string(),
  diff: z.string(),
  edits: z.array(z.unknown()),
  applicability: z.enum(['safe', 'changes-behaviour']),
  verified: z.boolean(),
});

const findingSchema = z.object({
  /** `rule:8 hex digits`; does not depend on line numbers. */
  id: z.string(),
  rule: z.string(),
  family: z.enum(['bypass', 'token', 'account', 'hardening', 'drift']),
  title: z.string(),
  message: z.string(),
  cause: z.string(),
  cwe: z.string(),
  owasp: z.array(z.string()),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  security_severity: z.number().min(0).max(10),
  confidence: z.enum(['certain', 'firm', 'tentative']),
  gates: z.boolean(),
  operations: z.array(z.string()),
  verdicts: z.record(z.string(), verdictByWitness),
  location: locationSchema.nullable(),
  document_location: z.object({ file: z.string(), line, pointer: z.string() }).nullable(),
  reasons: z.array(reasonIndex),
  /** Keys of `exchanges`. */
  proof: z.array(z.string()),
  refute: z.string(),
  fix: fixSchema.nullable(),
  suppressed: z.object({ reason: z.string(), by: z.string() }).nullable(),
  baseline: z.enum(['new', 'known']).nullable(),
  references: z.array(z.string()),
});

export const problemSchema = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  text: z.string(),
  file: z.string().optional(),
  line: line.optional(),
});

/** What is known of the project; also the `project` of the routes document. */
export const projectSchema = z.object({
  root: z.string(),
  settings: z.string(),
  /** `file:line` that names the settings module. */
  settings_from: z.string().nullable(),
  django: z.string().nullable(),
  drf: z.string().nullable(),
  versions_from: z.string().nullable(),
});

export const scanDocumentSchema = z.object({
  schema_version: z.string().regex(/^1\./),
  tool,
  /** RFC 3339. */
  started: z.string(),
  duration_ms: z.number().min(0),
  interrupted: z.boolean(),
  witnesses: z.object({
    promised: z.object({ document: z.string(), derived_from: z.string().nullable() }).optional(),
    predicted: projectSchema.optional(),
    observed: z.object({ url: z.string(), requests: z.int().min(0), canary: z.enum(['held', 'failed', 'none']) }).optional(),
  }),
  /** Shared, a graph: cells and findings hold indexes into it. */
  reasons: z.array(reasonSchema),
  exchanges: z.record(z.string(), exchangeSchema),
  operations: z.array(operationSchema),
  findings: z.array(findingSchema),
  coverage: z.object({
    operations: z.int().min(0),
    in_scope: z.int().min(0),
    judged: z.int().min(0),
    tested: z.int().min(0),
    percent: z.number().min(0).max(100),
    floor: z.number().min(0).max(100),
    met: z.boolean(),
    not_judged: z.array(z.object({ reason: z.string(), operations: z.array(z.string()), next: z.string().nullable() })),
  }),
  gate: z.object({ fail_on: z.string(), min_confidence: z.string() }).nullable().optional(),
  baseline: z.object({ file: z.string(), new: z.int().min(0), known: z.int().min(0), fixed: z.array(z.string()) }).nullable(),
  /** Null below the coverage floor. */
  grade: z.object({ letter: z.string(), score: z.number() }).nullable(),
  problems: z.array(problemSchema),
  exit_code: z.int(),
});

export type ScanDocument = z.infer<typeof scanDocumentSchema>;

/**
 * JSON Schema (2020-12) of the scan document, for `unlatched schema scan`. Objects are open, since fields may be
 * added in a minor version; `closed` refuses unknown fields, which is what our own tests want.
 */
export function scanJsonSchema(options: { readonly closed?: boolean } = {}): Record<string, unknown> {
  return { ...z.toJSONSchema(scanDocumentSchema, { io: options.closed ? 'output' : 'input' }), title: 'Unlatched scan document' };
}
