/**
 * The demo's truth as a source witness, its real document, the real rules: were the source read without a mistake, every
 * planted fault would be reported once, by the rule and at the line that the truth names, and no correct twin.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import type { CauseFact } from '../../src/model/facts.ts';
import type { VerdictKind } from '../../src/model/verdict.ts';
import { DOORS } from '../../src/scan/doors.ts';
import { runScan } from '../../src/scan/run.ts';
import { predictedOf, type SmallOperation } from './small-matrix.ts';

interface Truth {
  readonly operations: readonly {
    readonly operation: string;
    readonly view: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly probes: Readonly<Record<string, { readonly verdict: VerdictKind; readonly status: number }>>;
    readonly unlocks?: readonly string[];
    readonly public?: string;
    readonly fault: string | null;
  }[];
  readonly faults: readonly {
    readonly id: string;
    readonly rule: string;
    readonly operations: readonly string[];
    readonly file: string;
    readonly line: number;
  }[];
}

const DEMO = new URL('../../demo/', import.meta.url);
const truth = JSON.parse(readFileSync(new URL('truth.json', DEMO), 'utf8')) as Truth;

/** How a reader of the source would describe the cause, by the rule that must report it and what is special about it. */
function causeOf(id: string): { readonly probe: string; readonly cause: Partial<CauseFact> } {
  const fault = truth.faults.find((one) => one.id === id)!;
  const place = { file: fault.file, line: fault.line };
  const symbol = `${fault.file.replace(/\.py$/, '').replaceAll('/', '.')}.${id}`;
  const base = { place, symbol, reads: [], reasons: [] };
  switch (fault.rule) {
    case 'no-default-permission':
      return { probe: 'no-token', cause: { ...base, kind: 'no-permission', implicit: true, origin: 'settings', symbol: 'REST_FRAMEWORK' } };
    case 'token-not-validated':
      return { probe: id === 'any-key-readings' ? 'garbage-api-key' : 'garbage-token', cause: { ...base, kind: 'authenticator' } };
    case 'unverified-jwt':
      return { probe: 'tampered-token', cause: { ...base, kind: 'authenticator' } };
    case 'token-in-query':
      return { probe: 'token-in-query', cause: { ...base, kind: 'authenticator', reads: ['query:token'] } };
    case 'method-hole':
      return id === 'forgotten-day-sheet'
        ? { probe: 'no-token', cause: { ...base, kind: 'no-permission', implicit: false, origin: 'method' } }
        : { probe: 'no-token', cause: { ...base, kind: 'permission', implicit: true } };
    case 'broken-promise':
      return { probe: 'no-token', cause: { ...base, kind: 'no-gate', implicit: true } };
    default:
      // The handler hashes the token for its log: that is what tells this AllowAny from one that was meant.
      if (id === 'logged-contacts') {
        return { probe: 'no-token', cause: { ...base, kind: 'no-permission', implicit: false, handlerReads: ['header:Authorization'] } };
      }
      return { probe: 'no-token', cause: { ...base, kind: 'no-permission', implicit: true, origin: 'class' } };
  }
}

function operations(): readonly SmallOperation[] {
  return truth.operations.map(({ operation, view, file, line, probes, unlocks = [], public: open, fault }) => {
    const place = { file: file ?? 'library/views.py', line: line ?? 1 };
    const predicted = Object.fromEntries(
      Object.entries(probes).map(([probe, { verdict, status }]) => [
        probe,
        { verdict, status, richer: unlocks.includes(probe), reasons: [{ text: `${probe}: ${status}` }] },
      ]),
    );
    const causes: Record<string, Partial<CauseFact>> = {};
    if (open) causes['no-token'] = { kind: 'no-permission', implicit: false, symbol: view, place, text: open, origin: 'class' };
    if (fault) {
      const { probe, cause } = causeOf(fault);
      causes[probe] = cause;
    }
    return { operation, view, predicted, causes };
  });
}

const root = DEMO.pathname.replace(/\/$/, '');

function summary(findings: Awaited<ReturnType<typeof runScan>>['findings']) {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, operations: reached, place }) => `${rule.id} ${place?.file}:${place?.line} ${[...reached].sort().join(', ')}`)
    .sort();
}

const EXPECTED = truth.faults.map((fault) => `${fault.rule} ${fault.file}:${fault.line} ${[...fault.operations].sort().join(', ')}`).sort();

test('source and document: each fault once, at its line, and nothing else', async () => {
  const doors = { ...DOORS, loadSource: async () => predictedOf(operations())! };
  const options = { ...defaultOptions(root), spec: `${root}/openapi.yaml` };
  const result = await runScan(options, () => {}, doors);
  expect(summary(result.findings)).toEqual(EXPECTED);
  expect(result.findings.every(({ severity }) => severity !== 'info')).toBe(true);
  expect(result.matrix.coverage).toMatchObject({ percent: 100, met: true });
  expect(result.exitCode).toBe(1);
});

test('source alone: all but the broken promise, which needs a promise', async () => {
  const doors = { ...DOORS, loadSource: async () => predictedOf(operations())! };
  const result = await runScan(defaultOptions(root), () => {}, doors);
  const missing = EXPECTED.filter((line) => !summary(result.findings).includes(line));
  expect(missing.map((line) => line.split(' ')[0])).toEqual(['broken-promise']);
});
