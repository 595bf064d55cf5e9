/** What may stand in `unlatched.toml` or `[tool.unlatched]`: made from the option table, plus the tables that only a file can have. */
import { z } from 'zod';
import { OPTIONS, type OptionKind } from './option-table.ts';

const scalarSchema = () => z.union([z.string(), z.number(), z.boolean()]);

function valueSchema(kind: OptionKind): z.ZodType {
  switch (kind.type) {
    case 'flag':
      return z.boolean();
    case 'text':
      return z.string();
    case 'secret':
      return z.string().regex(/^(env|file):./, 'a secret is written env:NAME or file:PATH, never as a literal');
    case 'list':
      return z.union([z.string(), z.array(z.string())]);
    case 'tokens': {
      const token = z.string().regex(/^([^=:]+=)?(env|file):./, 'a token is written env:NAME or file:PATH, never as a literal');
      return z.union([token, z.array(token)]);
    }
    case 'pairs':
      return z.record(z.string(), scalarSchema());
    case 'choice':
      return z.enum(kind.choices as [string, ...string[]]);
    case 'number': {
      const number = kind.whole ? z.int().min(kind.min) : z.number().min(kind.min);
      return kind.max === undefined ? number : number.max(kind.max);
    }
  }
}

/** The schemas of the file (all its keys; unknown ones are errors) and of an entry of two of its tables. */
function makeSchemas() {
  const operation = z
    .string()
    .regex(/^\s*([A-Za-z]+|\*)\s+\/\S*\s*$/, 'an operation is written "METHOD /path/" (* is any method)')
    .describe('METHOD /path/, wildcards allowed');
  const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD');
  const scalar = scalarSchema();

  /** The reason may be missing here: an entry without one does not stop the run, it is reported. */
  const reason = z.string().optional();

  const publicSchema = z.strictObject({ operation, reason }).describe('an operation that is open on purpose');

  const ignoreSchema = z
    .strictObject({
      rule: z.string().optional(),
      finding: z
        .string()
        .regex(/^[a-z0-9-]+:[0-9a-f]{8}$/, 'a finding is written rule:8 hexadecimal digits')
        .optional(),
      file: z.string().optional(),
      operation: operation.optional(),
      reason,
      until: date.optional(),
    })
    .describe('findings that are suppressed');

  const configSchema = z.strictObject({
    ...Object.fromEntries(OPTIONS.map(({ name, kind, help }) => [name, valueSchema(kind).describe(help).optional()])),
    params: z.record(z.string(), scalar).optional().describe('values of path parameters'),
    exclude: z.array(z.string()).optional().describe('globs of files whose findings are not reported'),
    sensitive: z.array(operation).optional().describe('operations whose findings weigh more'),
    'proxy-throttle': z.array(operation).optional().describe('operations that are throttled in front of Django'),
    'inline-ignore': z.boolean().optional().describe('whether comments in the source may suppress findings'),
    public: z.array(publicSchema).optional(),
    ignore: z.array(ignoreSchema).optional(),
  });
  return { config: configSchema, public: publicSchema, ignore: ignoreSchema };
}

let made: ReturnType<typeof makeSchemas> | undefined;

/** Made when first asked for: most runs have no configuration file. */
export function schemas(): ReturnType<typeof makeSchemas> {
  made ??= makeSchemas();
  return made;
}

/** JSON Schema (2020-12), for `unlatched schema config` and for editors. */
export function configJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(schemas().config, { io: 'input' }),
    title: 'Unlatched configuration (unlatched.toml, [tool.unlatched] in pyproject.toml)',
  };
}
