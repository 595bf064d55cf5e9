/** `unlatched demo` as a user runs it: what it finds against the truth of the demo, and what it leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, idOf, nameOfFinding, plantedFindings } from './findings.ts';
import { becomes, processesIn, temporaryFolders } from './remains.ts';
import { readTruth } from './truth.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'unlatched');
const truth = readTruth();

interface Verdict {
  readonly verdict: string;
  readonly status?: number;
}
interface Finding {
  readonly rule: string;
  readonly operations: readonly string[];
  readonly location: { readonly file: string; readonly line: number } | null;
  readonly gates: boolean;
}
interface Document {
  readonly witnesses: Record<string, unknown>;
  readonly operations: readonly { readonly id: string; readonly probes: Record<string, Record<string, Verdict>> }[];
  readonly findings: readonly Finding[];
  readonly coverage: { readonly operations: number; readonly percent: number; readonly met: boolean };
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

const scratch = mkdtempSync(join(tmpdir(), 'unlatched-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts the program in a working directory of its own, with temporary files below the scratch folder. */
function start(...args: string[]): Run {
  const env = { ...process.env, TMPDIR: scratch, NO_COLOR: '1', COLUMNS: '80' };
  const child = spawn(process.execPath, [BIN, 'demo', ...args], { cwd: scratch, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

describe('unlatched demo', () => {
  let outcome: { code: number | null; stdout: string; stderr: string };
  let document: Document;

  beforeAll(async () => {
    outcome = await start().ended;
    const file = join(scratch, 'unlatched-demo', 'report.json');
    if (!existsSync(file)) throw new Error(`no report; exit code ${outcome.code}\n${outcome.stdout}\n${outcome.stderr}`);
    document = JSON.parse(readFileSync(file, 'utf8'));
  });

  it('ends with 0, writes three reports, prints one and says how to go on', () => {
    expect(outcome.code).toBe(0);
    expect(readdirSync(join(scratch, 'unlatched-demo')).sort()).toEqual(['report.html', 'report.json', 'report.sarif']);
    expect(outcome.stdout).toContain('unverified-jwt');
    expect(outcome.stdout).toMatch(/Who gets in/);
    expect(outcome.stdout).toMatch(/unlatched scan/);
    // A command to copy is printed whole, so its width is that of the checkout's path.
    const prose = outcome.stdout.split('\n').filter((line) => !line.startsWith('next  unlatched '));
    expect(prose.filter((line) => [...line].length > 80)).toEqual([]);
    expect(outcome.stderr + outcome.stdout).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)/m);
  });

  it('leaves no process and no temporary folder', () => {
    expect(processesIn(scratch)).toEqual([]);
    expect(temporaryFolders(scratch)).toEqual([]);
  });

  it('asks three witnesses about every operation', () => {
    expect(Object.keys(document.witnesses).sort()).toEqual(['observed', 'predicted', 'promised']);
    expect(document.operations.map(({ id }) => id).sort()).toEqual(truth.operations.map(({ operation }) => idOf(operation)).sort());
    expect(document.coverage).toMatchObject({ operations: truth.operations.length, met: true, percent: 100 });
  });

  it('reports every planted fault once, at its place, and nothing else', () => {
    const reported = document.findings.map(({ rule, location, operations }) => nameOfFinding(rule, location, operations));
    expect(differences(plantedFindings(), reported)).toEqual({ missing: [], unexpected: [] });
  });

  it('reports no correct twin', () => {
    const faulty = new Set(truth.operations.filter(({ fault }) => fault !== null).map(({ operation }) => idOf(operation)));
    const accused = document.findings.flatMap(({ rule, operations }) => operations.map((operation) => ({ rule, operation })));
    expect(accused.filter(({ operation }) => !faulty.has(operation))).toEqual([]);
  });

  it('predicts what the real project does, and is never wrongly sure of a rejection', () => {
    const wrong = disagreements('predicted');
    expect(wrong.filter((text) => text.includes('says rejects'))).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it('predicts every operation for the probes that decide', () => {
    const undecided = truth.operations.flatMap(({ operation }) =>
      ['no-token', 'garbage-token', 'valid-token']
        .filter((probe) => ['unknown', undefined].includes(cell(operation, probe, 'predicted')?.verdict))
        .map((probe) => `${operation} ${probe}`),
    );
    expect(undecided).toEqual([]);
  });

  it('observes what the real project does, for every operation that may be read', () => {
    const readable = truth.operations.filter(({ operation }) => operation.startsWith('GET'));
    const unanswered = readable.filter(({ operation }) =>
      ['unknown', undefined].includes(cell(operation, 'no-token', 'observed')?.verdict),
    );
    expect(unanswered.map(({ operation }) => operation)).toEqual([]);
    expect(disagreements('observed')).toEqual([]);
  });

  it('reads from the document what it promises', () => {
    const wrong = truth.operations.flatMap(({ operation, documented }) => {
      const verdict = cell(operation, 'no-token', 'promised');
      const expected = documented === 'protected' ? 'rejects' : 'admits';
      return verdict?.verdict === expected ? [] : [`${operation}: expected ${expected}, read ${verdict?.verdict}`];
    });
    expect(wrong).toEqual([]);
  });

  function cell(operation: string, probe: string, witness: string): Verdict | undefined {
    return document.operations.find(({ id }) => id === idOf(operation))?.probes[probe]?.[witness];
  }

  /** Every known verdict of a witness that is not the truth; unknown is honest and does not count. */
  function disagreements(witness: string): string[] {
    return truth.operations.flatMap((operation) =>
      Object.entries(operation.probes).flatMap(([probe, expected]) => {
        const said = cell(operation.operation, probe, witness);
        if (!said || said.verdict === 'unknown' || said.verdict === expected.verdict) return [];
        return [`${operation.operation} ${probe}: ${witness} says ${said.verdict}, it ${expected.verdict}`];
      }),
    );
  }
});

describe('unlatched demo, interrupted', () => {
  it.each(['at once', 'while it serves'])('leaves nothing when Ctrl-C comes %s', async (moment) => {
    const out = join(scratch, `interrupted ${moment}`);
    const { child, ended } = start('--out', out);
    if (moment === 'while it serves') await becomes(() => processesIn(scratch).some((pid) => pid !== child.pid), 30_000);
    else await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(processesIn(scratch)).toEqual([]);
    expect(temporaryFolders(scratch)).toEqual([]);
  });

  it('leaves nothing when it is killed', async () => {
    const { child, ended } = start('--out', join(scratch, 'killed'));
    expect(await becomes(() => processesIn(scratch).some((pid) => pid !== child.pid), 30_000)).toBe(true);
    child.kill('SIGKILL');
    await ended;
    expect(await becomes(() => processesIn(scratch).length === 0 && temporaryFolders(scratch).length === 0)).toBe(true);
  });
});

describe('unlatched demo, misused', () => {
  it('says in one line that it cannot write the reports', async () => {
    const file = join(scratch, 'a-file');
    writeFileSync(file, '');
    const { code, stdout, stderr } = await start('--out', file).ended;
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('a-file');
  });
});
