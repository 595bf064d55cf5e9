/** A document of 2 MB is read in about a second; the bounds leave room for slow and busy machines. */
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { PROBES } from '../../src/probes/index.generated.ts';
import { parseDocument } from '../../src/promised/load-document.ts';

const OPERATIONS = 3600;

function large(): unknown {
  const paths = Array.from({ length: OPERATIONS }, (_, index) => [
    `/items${index}/{id}`,
    {
      get: {
        operationId: `get_item_${index}`,
        summary: `One item of the list number ${index}`,
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer', example: 3 } },
          { name: 'q', in: 'query', schema: { type: 'string' } },
        ],
        security: [{ bearer: [] }],
        responses: {
          200: { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/item' } } } },
          401: { description: 'no' },
        },
      },
    },
  ]);
  const components = { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas: { item: { type: 'object' } } };
  return { openapi: '3.0.3', info: { title: 'Large', version: '1' }, paths: Object.fromEntries(paths), components };
}

it.each([
  ['YAML', stringify(large(), { aliasDuplicateObjects: false }), 12_000],
  ['JSON in one line', JSON.stringify(large()), 4_000],
])('%s', (name, text, bound) => {
  const cpu = process.cpuUsage();
  const witness = parseDocument(text, 'large');
  const { user, system } = process.cpuUsage(cpu);
  const milliseconds = (user + system) / 1000;
  expect(witness.operations.length).toBe(OPERATIONS);
  const noToken = PROBES.find(({ id }) => id === 'no-token')!;
  expect(witness.operations.every((operation) => witness.judge(operation, noToken).status === 401)).toBe(true);
  expect(milliseconds, `${name}, ${(text.length / 1e6).toFixed(1)} MB, processor time`).toBeLessThan(bound);
});
