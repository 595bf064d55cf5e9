/** The truth of the demo against the demo itself: every verdict is compared with an answer of the real Django project. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ensureEnvironment } from '../../src/demo/environment.ts';
import { demoFolder, projectFiles } from '../../src/demo/project.ts';
import { operationId } from '../../src/model/operation.ts';
import { idOf } from './findings.ts';
import { readTruth, type TruthPlace } from './truth.ts';

interface Answer {
  readonly status: number;
  readonly keys: readonly string[];
  readonly empty: boolean;
}

const truth = readTruth();
const folder = demoFolder();
let asked: { answers: Record<string, Record<string, Answer>>; routes: [string, string][] };

beforeAll(async () => {
  const python = await ensureEnvironment({ requirements: join(folder, 'requirements.txt'), signal: new AbortController().signal });
  const scratch = mkdtempSync(join(tmpdir(), 'unlatched-truth-'));
  try {
    const script = join(import.meta.dirname, 'ask-demo.py');
    const output = execFileSync(python, [script, folder, join(folder, 'truth.json')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        CLINIC_DATABASE: join(scratch, 'clinic.sqlite3'),
        CLINIC_SECRET_KEY: randomBytes(32).toString('hex'),
        PYTHONDONTWRITEBYTECODE: '1',
      },
    });
    asked = JSON.parse(output);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

describe('the truth of the demo', () => {
  it('has the status of every probe as the real project answers it', () => {
    const differences = truth.operations.flatMap(({ operation, probes }) =>
      Object.entries(probes)
        .filter(([probe, { status }]) => asked.answers[operation]![probe]!.status !== status)
        .map(([probe, { status }]) => `${operation} ${probe}: truth ${status}, real ${asked.answers[operation]![probe]!.status}`),
    );
    expect(differences).toEqual([]);
    expect(Object.keys(asked.answers)).toHaveLength(truth.operations.length);
  });

  it('has verdicts that follow from the statuses', () => {
    for (const { operation, probes } of truth.operations) {
      for (const [probe, { verdict, status }] of Object.entries(probes)) {
        expect(`${operation} ${probe} ${verdict}`).toBe(`${operation} ${probe} ${status === 401 || status === 403 ? 'rejects' : 'admits'}`);
        if (verdict === 'admits') expect(status).toBeLessThan(300);
      }
    }
  });

  it('lets every operation answer its valid credential with data', () => {
    for (const { operation, probes } of truth.operations) {
      expect(probes['valid-token']!.verdict, operation).toBe('admits');
      if (!operation.startsWith('DELETE')) expect(asked.answers[operation]!['valid-token']!.empty, operation).toBe(false);
    }
  });

  it('knows which probes unlock more of a public answer', () => {
    const differences = truth.operations.flatMap(({ operation, probes, unlocks = [] }) => {
      if (probes['no-token']!.verdict === 'rejects') return [];
      const base = new Set(asked.answers[operation]!['no-token']!.keys);
      return Object.keys(probes)
        .filter((probe) => {
          const more = probes[probe]!.verdict === 'admits' && asked.answers[operation]![probe]!.keys.some((key) => !base.has(key));
          return more !== unlocks.includes(probe);
        })
        .map((probe) => `${operation} ${probe}`);
    });
    expect(differences).toEqual([]);
  });

  it('covers every operation of the URLconf, and the document does too', () => {
    const routed = asked.routes.map(([method, pattern]) => operationId(method, templateOf(pattern))).sort();
    expect(truth.operations.map((operation) => idOf(operation.operation)).sort()).toEqual(routed);
    expect(documented().map(({ id }) => id)).toEqual(routed);
  });

  it('says of each operation what the document says', () => {
    const promises = new Map(documented().map(({ id, promise }) => [id, promise]));
    const differences = truth.operations.filter(({ operation, documented }) => promises.get(idOf(operation)) !== documented);
    expect(differences.map(({ operation }) => operation)).toEqual([]);
  });

  it('names lines that say what it quotes', () => {
    const places: TruthPlace[] = truth.faults.flatMap((fault) => [fault, fault.twin]);
    const differences = places.filter(({ file, line, code }) => lineOf(file, line).trim() !== code);
    expect(differences).toEqual([]);
    for (const { view, file, line } of truth.operations) {
      if (file) expect(lineOf(file, line!)).toMatch(new RegExp(`^(class|def) ${view.split('.').at(-1)}\\b`));
    }
  });

  it('gives each fault one rule, one cause, operations and a twin that is closed', () => {
    const causes = truth.faults.map(({ file, line }) => `${file}:${line}`);
    expect(new Set(causes).size).toBe(truth.faults.length);
    for (const { id, operations, twin } of truth.faults) {
      expect(truth.operations.filter((operation) => operation.fault === id).map(({ operation }) => operation)).toEqual(operations);
      expect(truth.operations.filter((operation) => operation.twin_of === id).map(({ operation }) => operation)).toEqual(twin.operations);
      expect(operations.length * twin.operations.length).toBeGreaterThan(0);
    }
    for (const { operation, fault, probes, documented } of truth.operations) {
      if (fault !== null || documented !== 'protected') continue;
      const admitted = Object.keys(probes).filter((probe) => probe !== 'valid-token' && probes[probe]!.verdict === 'admits');
      expect(`${operation}: ${admitted}`).toBe(`${operation}: `);
    }
  });

  it('is not given away by names or comments', () => {
    const telling = /vulnerab|insecur|unsafe|\bbug|\bfault|broken|bypass|hole|attack|exploit|weak|todo|fixme|wrong|\bflaw/i;
    const files = projectFiles(folder).filter((file) => /\.(py|yaml|txt)$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) expect(readFileSync(file, 'utf8').match(telling)?.[0] ?? null, file).toBe(null);
  });
});

/** The regular expressions and converters of a route as a template. */
function templateOf(pattern: string): string {
  return pattern.replace(/\(\?P<\w+>[^)]*\)|<[^>]*>/g, '{}').replace(/[\^$]/g, '');
}

function lineOf(file: string, line: number): string {
  return readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
}

/** What the document promises for each operation, sorted by operation. */
function documented(): { id: string; promise: string }[] {
  const document = parse(readFileSync(join(folder, 'openapi.yaml'), 'utf8'));
  return Object.entries<Record<string, { security?: object[] }>>(document.paths)
    .flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'parameters')
        .map(([method, { security = document.security }]) => {
          const optional = security.some((alternative: object) => Object.keys(alternative).length === 0);
          return { id: operationId(method, path), promise: security.length === 0 ? 'public' : optional ? 'optional' : 'protected' };
        }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
