/** What Unlatched reports about the freight project, against its truth: document and tokens alone, source alone, and all three witnesses. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { runScan } from '../../src/scan/run.ts';
import { FREIGHT, type FreightFault, freightTruth, idOf, readingOnce, serveFreight, tokensOf } from './freight.ts';

type Result = Awaited<ReturnType<typeof runScan>>;
type Served = Awaited<ReturnType<typeof serveFreight>>;

const truth = freightTruth();
/** What takes more than tokens is asked in grants.test.ts. */
const faults = truth.faults.filter(({ needs }) => needs === undefined);
const spec = join(FREIGHT, 'openapi.yaml');

/** Reading the source takes longest: both scans with source share it. */
const doors = readingOnce();
const scan = (more: Partial<ScanOptions>): Promise<Result> => runScan({ ...defaultOptions(FREIGHT), ...more }, () => {}, doors);

/** A plain Django view that takes any method has one row, `*`. */
const names = (operation: string): readonly string[] => [idOf(operation), idOf(operation).replace(/^\S+/, '*')];

/** Ids of the faults that a finding of the expected rule tells; a list for review is no telling. */
function told(result: Result, rule: (fault: FreightFault) => string | undefined): Set<string> {
  const tells = (fault: FreightFault): boolean =>
    result.findings.some(
      (finding) =>
        finding.rule.id === rule(fault) &&
        finding.severity !== 'info' &&
        fault.operations.every((operation) => names(operation).some((name) => finding.operations.includes(name))),
    );
  return new Set(faults.filter(tells).map(({ id }) => id));
}

/** Findings that name an operation without a fault. `gating` leaves out what is only told for review. */
function falseReports(result: Result, how: 'any' | 'gating'): string[] {
  const faulty = new Set(truth.operations.filter(({ fault }) => fault !== null).flatMap(({ operation }) => names(operation)));
  return result.findings
    .filter((finding) => (how === 'gating' ? finding.gates : finding.severity !== 'info'))
    .flatMap(({ rule, operations }) =>
      operations.filter((operation) => !faulty.has(operation)).map((operation) => `${rule.id} ${operation}`),
    )
    .sort();
}

/** Verdicts of a witness on the main probes that are not those of the truth. `unknown` is no contradiction. */
function contradictions(result: Result, witness: 'predicted' | 'observed'): string[] {
  return truth.operations.flatMap(({ operation, probes, gets_in = [] }) => {
    const row = result.matrix.rows.find(({ id }) => names(operation).includes(id))!;
    return Object.entries(probes).flatMap(([probe, { verdict: expected }]) => {
      const verdict = row.cells.get(probe)?.[witness]?.verdict;
      // The server may let an earlier caller's cached answer out; the truth lists that as an attack of its own.
      const cached = probe === 'no-token' && witness === 'observed' && gets_in.includes('cached');
      return verdict === undefined || verdict === 'unknown' || verdict === expected || cached
        ? []
        : [`${operation} ${probe}: ${verdict}, truth ${expected}`];
    });
  });
}

/** Ids of faults that were not found, but for those of which it is known that they are not. */
function missing(faults: readonly FreightFault[], found: ReadonlySet<string>, known: readonly string[]): string[] {
  return faults.map(({ id }) => id).filter((id) => !found.has(id) && !known.includes(id));
}

describe('document and tokens', () => {
  let served: Served;
  let result: Result;
  let rows: [string[], string[]];
  beforeAll(async () => {
    served = await serveFreight('gunicorn');
    const before = served.rows();
    result = await scan({ source: false, spec, url: served.url, timeout: 30, tokens: tokensOf(served) });
    rows = [before, served.rows()];
  }, 600_000);
  afterAll(() => served?.stop());

  it('tell the faults that can be shown by them', () => {
    const visible = faults.filter((fault) => fault.by_document_and_token);
    const found = told(result, (fault) => fault.without_source);
    expect(missing(visible, found, [])).toEqual([]);
  });

  it('say what had no room, and what was asked once for a list and its objects', () => {
    const said = result.matrix.rows.flatMap(({ cells }) => [...cells.values()].flatMap(({ observed }) => observed?.reasons[0]?.text ?? []));
    expect(said).toContain('not sent: the run keeps to eight requests an operation on average');
    expect(said.filter((text) => text.startsWith('not sent here: asked once for a list and its objects, at GET /'))).not.toEqual([]);
  });

  it('report no look-alike, and contradict the truth nowhere', () => {
    expect(falseReports(result, 'any')).toEqual([]);
    expect(contradictions(result, 'observed').filter((line) => !line.includes('/api/partners/') && !line.includes('/rates/tolls'))).toEqual(
      [],
    );
  });

  it('write nothing, and ask at most eight times an operation', async () => {
    expect(rows[0].length).toBeGreaterThan(20);
    expect(rows[1]).toEqual(rows[0]);
    const log = await served.log();
    expect(log).toHaveLength(result.witnesses.observed!.requests);
    expect(log.length).toBeGreaterThan(truth.operations.length);
    expect(log.length).toBeLessThanOrEqual(8 * truth.operations.length);
    expect(log.filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([]);
  });
});

describe('source', () => {
  let result: Result;
  beforeAll(async () => {
    result = await scan({});
  }, 600_000);

  it('tells the faults that are written in it', () => {
    const found = told(result, (fault) => fault.rule);
    // Three are written down as open, and only the document says otherwise; of the others the source says less than the server.
    const said = ['cargo-weights', 'surcharges', 'tides'];
    expect(missing(faults, found, [...said, 'arrivals', 'monthly-cache'])).toEqual([]);
  });

  it('raises no alarm about a look-alike', () => {
    expect(falseReports(result, 'gating')).toEqual([]);
  });
});

describe('document, source and server', () => {
  let served: Served;
  let result: Result;
  let rows: [string[], string[]];
  beforeAll(async () => {
    served = await serveFreight('uvicorn');
    const before = served.rows();
    result = await scan({ spec, url: served.url, timeout: 30, tokens: tokensOf(served) });
    rows = [before, served.rows()];
  }, 600_000);
  afterAll(() => served?.stop());

  it('tell the faults', () => {
    const found = told(result, (fault) => fault.rule);
    expect(missing(faults, found, [])).toEqual([]);
  });

  it('report no look-alike, and contradict the truth nowhere', () => {
    expect(falseReports(result, 'any')).toEqual([]);
    expect(contradictions(result, 'observed')).toEqual([]);
  });

  it('write nothing, and ask at most eight times an operation', async () => {
    expect(rows[0].length).toBeGreaterThan(20);
    expect(rows[1]).toEqual(rows[0]);
    const log = await served.log();
    expect(log).toHaveLength(result.witnesses.observed!.requests);
    expect(log.length).toBeLessThanOrEqual(8 * truth.operations.length);
  });
});
