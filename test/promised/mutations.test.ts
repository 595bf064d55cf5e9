/** Thousands of damaged documents: each gives a witness that answers every probe, or one line of refusal, and never a crash. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { UsageError } from '../../src/model/errors.ts';
import type { Reason } from '../../src/model/verdict.ts';
import { PROBES } from '../../src/probes/index.generated.ts';
import { parseDocument } from '../../src/promised/load-document.ts';

const FOLDER = fileURLToPath(new URL('documents/', import.meta.url));
const texts = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|json)$/.test(name) && !name.endsWith('.expected.json'))
  .map((name) => readFileSync(FOLDER + name, 'utf8'))
  // The large ones would make the runs slow and show nothing more.
  .filter((text) => text.length < 9000);

/**
 * Mutations in all, the same ones in every run; `UNLATCHED_MUTATIONS=100000 npx vitest run test/promised/mutations.test.ts`
 * tries more of them, and `UNLATCHED_SEED` others.
 */
const MUTATIONS = Number(process.env.UNLATCHED_MUTATIONS ?? 4500);
const seed = Number(process.env.UNLATCHED_SEED ?? 20_261_129);
const runs = (share: number) => ({ numRuns: Math.ceil(MUTATIONS * share), seed });
// About 10 ms of processor time each, on a busy machine.
vi.setConfig({ testTimeout: Math.max(120_000, MUTATIONS * 100) });

const VERDICTS = new Set(['rejects', 'admits', 'unknown']);

/** As `expect(...).toBe(true)`, which is too slow for a million calls. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const ONE_LINE = /^[^\n\r]+$/;

/** What must hold for any text. Returns what came of it, so that a run can show that it did not only see refusals. */
function check(text: string): 'judged' | 'refused' {
  let witness: ReturnType<typeof parseDocument>;
  try {
    witness = parseDocument(text, 'x.yaml');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    must(/^x\.yaml:\d+: [^\n\r]+$/.test(error.message), `a refusal in one line with a line number: ${error.message}`);
    return 'refused';
  }
  const lines = text.split('\n').length;
  const checkReason = ({ text: said, place, because }: Reason): void => {
    must(ONE_LINE.test(said), `one line: ${said}`);
    if (place)
      must(place.line >= 1 && place.line <= lines && (place.column ?? 1) >= 1, `a place inside the text: ${JSON.stringify(place)}`);
    because?.forEach(checkReason);
  };
  for (const { text: said, place } of witness.problems) checkReason(place ? { text: said, place } : { text: said });
  for (const operation of witness.operations) {
    must(operation.place.line >= 1 && operation.place.line <= lines, 'an operation inside the text');
    const { kind } = witness.promiseOf(operation);
    for (const probe of PROBES) {
      const { verdict, reasons } = witness.judge(operation, probe);
      must(VERDICTS.has(verdict) && reasons.length > 0, `a verdict with reasons, not ${verdict}`);
      reasons.forEach(checkReason);
      // What the document promises and what it answers without a token must be one thing.
      const expected = kind === 'required' ? 'rejects' : kind === 'public' || kind === 'optional' ? 'admits' : verdict;
      if (probe.id === 'no-token') must(verdict === expected, `${kind} gives ${verdict}`);
    }
    witness.parametersOf(operation);
    witness.basePathsOf(operation);
  }
  return witness.operations.length > 0 ? 'judged' : 'refused';
}

const wrongValue = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '$ref',
  [],
  {},
  [[]],
  [{}],
  [null],
  { $ref: '#' },
  { $ref: '#/paths' },
  { $ref: 7 },
  {
    '__proto__ ': 1,
  },
);
const wrongKey = fc.constantFrom(
  '$ref',
  'security',
  'parameters',
  'get',
  'paths',
  '',
  '/',
  '/{',
  'constructor',
  'toString',
  'hasOwnProperty',
  'x-y',
  '<<',
);

/** Replaces, removes or renames one node of a value, chosen by walking down at random. */
function mutate(value: unknown, steps: readonly number[], wrong: unknown, key: string, how: number): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || value === null || typeof value !== 'object') return wrong;
  if (Array.isArray(value)) {
    if (value.length === 0) return wrong;
    const index = step % value.length;
    if (rest.length === 0 && how === 1) return value.filter((_, at) => at !== index);
    return value.map((item, at) => (at === index ? mutate(item, rest, wrong, key, how) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return wrong;
  const index = step % entries.length;
  const changed = entries.flatMap(([name, inner], at): [string, unknown][] => {
    if (at !== index) return [[name, inner]];
    if (rest.length === 0 && how === 1) return [];
    if (rest.length === 0 && how === 2) return [[key, inner]];
    return [[name, mutate(inner, rest, wrong, key, how)]];
  });
  return Object.fromEntries(changed);
}

describe('damaged documents', () => {
  const outcomes = { judged: 0, refused: 0 };

  it('with wrong types, names and holes in the tree', () => {
    const trees = texts.flatMap((text) => {
      try {
        return [JSON.parse(text) as unknown];
      } catch {
        return [];
      }
    });
    const base = [...trees, BASE, BASE2];
    const mutation = fc.record({
      steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
      wrong: wrongValue,
      key: wrongKey,
      how: fc.nat(2),
    });
    const property = fc.property(
      fc.constantFrom(...base),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (tree, mutations, asJson) => {
        const broken = mutations.reduce((value, { steps, wrong, key, how }) => mutate(value, steps, wrong, key, how), tree);
        outcomes[check(asJson ? JSON.stringify(broken) : stringify(broken))] += 1;
      },
    );
    fc.assert(property, runs(1 / 3));
    expect(outcomes.judged).toBeGreaterThan(MUTATIONS / 9);
    expect(outcomes.refused).toBeGreaterThan(20);
  });

  it('with cuts, doubled and foreign characters in the text', () => {
    const counts = { judged: 0, refused: 0 };
    const foreign = fc.constantFrom(
      '\0',
      '\t',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      ':',
      '\n',
      '&a ',
      '*a ',
      '- ',
      '? ',
      '!!binary ',
      '|',
      '>',
      '%',
      '---\n',
      '\u2028',
      '\ud800',
      '😀',
      '<<: *a',
      '#',
    );
    const edit = fc.record({ at: fc.nat(9000), cut: fc.nat(40), put: foreign });
    const property = fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
      let broken = text;
      for (const { at, cut, put } of edits) {
        const from = at % (broken.length + 1);
        broken = broken.slice(0, from) + put + broken.slice(from + cut);
      }
      counts[check(broken)] += 1;
    });
    fc.assert(property, runs(2 / 9));
    expect(counts.judged).toBeGreaterThan(MUTATIONS / 15);
    expect(counts.refused).toBeGreaterThan(20);
  });

  it('that are no documents at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json()), (text) => void check(text)),
      runs(4 / 9),
    );
  });
});

const BASE = {
  openapi: '3.0.3',
  security: [{ bearer: [] }, { key: ['a'] }],
  servers: [{ url: '/{v}', variables: { v: { default: 'v1' } } }],
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      key: { $ref: '#/components/securitySchemes/other' },
      other: { type: 'apiKey', in: 'query', name: 'k' },
    },
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { $ref: '#/components/schemas/id' } } },
    schemas: { id: { type: ['integer', 'null'], examples: [3] } },
  },
  paths: {
    '/a/{id}': {
      parameters: [{ $ref: '#/components/parameters/id' }],
      get: { security: [{ bearer: [], other: [] }, {}], responses: { 401: {} } },
      post: { security: [], servers: [{ url: 'https://x.test/y' }] },
    },
    '/b': { $ref: '#/paths/~1a~1{id}' },
    '/c': { get: { parameters: [{ name: 'q', in: 'query', required: true, examples: { one: { value: 1 } } }] } },
  },
};

const BASE2 = {
  swagger: '2.0',
  basePath: '/v1',
  securityDefinitions: {
    basic: { type: 'basic' },
    key: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'prefix "Token"' },
  },
  security: [{ key: [] }],
  paths: { '/a': { parameters: [], get: { operationId: 'a_list', responses: { 403: {} } }, delete: { security: [{ basic: [] }] } } },
};
