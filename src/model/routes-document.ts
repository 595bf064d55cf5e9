/** The routes document (`unlatched routes --format json`) as a zod schema: the types and the JSON Schema come from it. */
import { z } from 'zod';
import type { PermissionExpression } from './matrix.ts';
import { problemSchema, projectSchema } from './scan-document.ts';

const line = z.int().min(1);
const reason = z.object({ text: z.string(), file: z.string().optional(), line: line.optional() });

/** A list of permissions is AND; operators are objects with one key. */
const permission: z.ZodType<PermissionExpression> = z.lazy(() =>
  z.union([z.string(), z.object({ or: z.array(permission) }), z.object({ and: z.array(permission) }), z.object({ not: permission })]),
);

const routeVerdict = z.object({
  verdict: z.enum(['rejects', 'admits', 'crashes', 'unknown']),
  status: z.int().nullable(),
  stage: z.enum(['middleware', 'gate', 'handler']).nullable(),
  conditions: z.array(z.string()),
  reasons: z.array(reason),
  next: z.string().optional(),
});

const routeSchema = z.object({
  /** The join key: method and path with parameter names dropped. May repeat. */
  id: z.string(),
  /** Unique in the document. */
  row_id: z.string(),
  method: z.string(),
  path: z.string(),
  format_suffix: z.boolean(),
  kind: z.enum(['drf', 'ninja', 'django-class', 'django-function', 'admin']),
  name: z.string().nullable(),
  view: z.string().nullable(),
  action: z.string().nullable(),
  file: z.string().nullable(),
  line: line.nullable(),
  route_file: z.string().nullable(),
  route_line: line.nullable(),
  reachable: z.boolean(),
  /** Null when undecided, never guessed. */
  authenticators: z.array(z.string()).nullable(),
  permissions: z.array(permission).nullable(),
  throttles: z.array(z.string()).nullable(),
  provenance: z.record(z.string(), z.array(reason)),
  /** Absent with `--no-verdicts`. */
  verdicts: z.record(z.string(), routeVerdict).optional(),
  unknown: z.string().nullable(),
});

export const routesDocumentSchema = z.object({
  schema_version: z.string().regex(/^1\./),
  tool: z.object({ name: z.literal('unlatched'), version: z.string() }),
  project: projectSchema,
  routes: z.array(routeSchema),
  coverage: z.object({
    operations: z.int().min(0),
    decided: z.int().min(0),
    undecided: z.array(z.object({ reason: z.string(), operations: z.int().min(1), next: z.string().nullable() })),
  }),
  problems: z.array(problemSchema),
});

export type RoutesDocument = z.infer<typeof routesDocumentSchema>;

/** JSON Schema (2020-12) of the routes document, for `unlatched schema routes`; `closed` as in `scanJsonSchema`. */
export function routesJsonSchema(options: { readonly closed?: boolean } = {}): Record<string, unknown> {
  return { ...z.toJSONSchema(routesDocumentSchema, { io: options.closed ? 'output' : 'input' }), title: 'Unlatched routes document' };
}
