/** Every rule on its bad and good examples, and what holds for all of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallFact } from '../../src/model/facts.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';
import { RULES as rules } from '../../src/rules/index.generated.ts';
import { runRules } from '../../src/rules/shared/run-rules.ts';
import { EXAMPLES } from './examples.ts';
import { OPEN, type SmallOperation, type SmallWorld, smallWorld } from './small-matrix.ts';

function judge(world: SmallWorld) {
  return runRules(rules, world.matrix, world.facts, (_rule, error) => {
    throw error;
  });
}

describe.each(EXAMPLES)('$rule: $name', (example) => {
  test('reports what it must, and no other rule adds to it', async () => {
    const { matrix: judged, facts } = await smallWorld(
      example.operations,
      { tokenRemarks: example.tokens ?? [] },
      example.derivedFrom ?? null,
      example.remarks,
    );
    const matrix = { ...judged, answers: example.answers ?? [], logins: example.logins ?? [] };
    const place = { file: 'a.py', line: 1 };
    const calls = (example.calls ?? []).map((call): CallFact => ({ arguments: [], keywords: {}, ...call, keywordPlaces: {}, place }));
    const reports = judge({ matrix, facts: facts && { ...facts, callsOf: (name) => calls.filter((call) => call.name === name) } });
    const own = reports.filter(({ rule }) => rule.id === example.rule).map(({ report }) => report);
    expect(
      own.map((report, index) => ({
        operations: [...report.operations],
        severity: report.severity,
        ...(example.expected[index]?.confidence ? { confidence: report.confidence } : {}),
      })),
    ).toEqual(example.expected);
    expect(reports.filter(({ rule }) => rule.id !== example.rule).map(({ rule }) => rule.id)).toEqual(example.others ?? []);
  });
});

test('what stands in a library is shown where the project routes it', async () => {
  const { matrix, facts } = await smallWorld([
    {
      operation: 'GET /a/',
      view: 'lib.views.Files',
      predicted: OPEN,
      causes: { 'no-token': { kind: 'no-gate', symbol: 'lib.views.Files' } },
    },
  ]);
  const shown = (files: readonly string[]) =>
    judge({ matrix, facts: facts && { ...facts, sourceLines: (file) => (files.includes(file) ? [''] : null) } }).map(
      ({ report: { place, caption } }) => ({ file: place?.file, leads: caption?.startsWith('leads to Files: ') }),
    );
  const { file } = matrix.rows[0]!.source!.place!;
  expect(shown(['app/urls.py'])).toEqual([{ file: 'app/urls.py', leads: true }]);
  expect(shown(['app/urls.py', file])).toEqual([{ file, leads: false }]);
  expect(shown([])).toEqual([{ file, leads: false }]);
});

test('every rule has a bad and a good example here, and words that say something', () => {
  for (const rule of rules) {
    const own = EXAMPLES.filter((example) => example.rule === rule.id);
    expect(
      own.some((example) => example.expected.length > 0),
      rule.id,
    ).toBe(true);
    expect(
      own.some((example) => example.expected.length === 0),
      rule.id,
    ).toBe(true);
    expect(rule.cwe).toMatch(/^CWE-\d+$/);
    for (const text of [rule.title, rule.why, rule.bad, rule.good, rule.refute]) expect(text.length, rule.id).toBeGreaterThan(15);
    expect(
      rule.references.some((reference) => reference.startsWith(`${rule.cwe}:`)),
      rule.id,
    ).toBe(true);
  }
});

const KINDS: readonly VerdictKind[] = ['rejects', 'admits', 'crashes', 'unknown'];
const PROBES = [
  'no-token',
  'garbage-token',
  'tampered-token',
  'valid-token',
  'garbage-api-key',
  'garbage-in-query',
  'token-in-query',
  'head-method',
];

const answers = fc.dictionary(fc.constantFrom(...PROBES), fc.constantFrom(...KINDS));
const cause = fc.record({
  kind: fc.constantFrom('no-permission', 'authenticator', 'permission', 'no-gate'),
  implicit: fc.boolean(),
  symbol: fc.constantFrom('a.A', 'a.B', 'REST_FRAMEWORK'),
});
const operation: fc.Arbitrary<SmallOperation> = fc.record(
  {
    operation: fc
      .tuple(fc.constantFrom('GET', 'POST', '*'), fc.constantFrom('/a/', '/b/{id}/', '/api/login/', '/health/'))
      .map(([method, path]) => `${method} ${path}`),
    view: fc.constantFrom('v.V', 'v.W'),
    predicted: answers,
    promised: answers,
    observed: answers,
    causes: fc.dictionary(fc.constantFrom(...PROBES), cause),
  },
  { requiredKeys: ['operation'] },
);
const operations = fc.uniqueArray(operation, { selector: (value) => value.operation, maxLength: 7 });

test('law: nothing is found where every verdict is unknown', async () => {
  await fc.assert(
    fc.asyncProperty(operations, async (list) => {
      const blind = list.map((value) => ({
        ...value,
        predicted: value.predicted && {},
        promised: value.promised && {},
        observed: value.observed && {},
      }));
      expect(judge(await smallWorld(blind))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('law: a document alone finds nothing, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(operations, async (list) => {
      const world = await smallWorld(list.map((value) => ({ ...value, predicted: undefined, observed: undefined })));
      expect(judge(world)).toEqual([]);
      expect(world.matrix.coverage.judged).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('law: a witness more never lowers the coverage', async () => {
  const witnesses = ['predicted', 'promised', 'observed'] as const;
  await fc.assert(
    // A server is asked about what source or document name, so every observed operation is known to one of them.
    fc.asyncProperty(operations, fc.constantFrom(...witnesses), async (list, added) => {
      // A view that takes any method is asked once, with GET: its documented GET has no second answer.
      const anyMethod = new Set(list.filter((value) => value.operation.startsWith('* ')).map((value) => value.operation.slice(2)));
      const known = list.map((value) => {
        const twice = value.operation.startsWith('GET ') && anyMethod.has(value.operation.slice(4));
        return (value.predicted || value.promised) && !twice ? value : { ...value, observed: undefined };
      });
      const without = known.map((value) => {
        const less = { ...value, [added]: undefined };
        return less.predicted || less.promised ? less : { ...less, observed: undefined };
      });
      const more = (await smallWorld(known)).matrix.coverage.percent;
      const less = (await smallWorld(without)).matrix.coverage.percent;
      expect(more).toBeGreaterThanOrEqual(less);
    }),
    { numRuns: 300 },
  );
});

test('law: the order of the operations does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(operations, fc.nat(), async (list, seed) => {
      const shuffled = [...list].sort((left, right) => hash(left.operation, seed) - hash(right.operation, seed));
      const print = (world: SmallWorld) => judge(world).map(({ rule, report }) => ({ rule: rule.id, ...report }));
      expect(print(await smallWorld(shuffled))).toEqual(print(await smallWorld(list)));
    }),
    { numRuns: 100 },
  );
});

function hash(text: string, seed: number): number {
  let value = seed;
  for (const character of text) value = (value * 31 + character.charCodeAt(0)) % 1_000_003;
  return value;
}
