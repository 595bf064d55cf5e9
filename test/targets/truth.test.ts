/** The truth of the freight project against the project itself: every attack is asked at every operation by Django's own test client. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { operationId } from '../../src/model/operation.ts';
import { ensureVenv } from '../support/venv.ts';
import { FREIGHT, FREIGHT_PASSWORD, freightEnvironment, freightTruth, idOf, SCHEMES } from './freight.ts';

interface Answer {
  readonly status: number;
  readonly keys: readonly string[];
  readonly in: boolean;
}

/** Attacks that need the key which signs the tokens, and of which not every one that gets in is a fault. */
const WITH_KEY = ['no-expiry', 'foreign-issuer', 'sibling-algorithm'];

const truth = freightTruth();
let answers: Record<string, Record<string, Answer>>;
let routes: string[];

beforeAll(async () => {
  const python = ensureVenv('targets', join(import.meta.dirname, 'requirements.txt'));
  const scratch = mkdtempSync(join(tmpdir(), 'unlatched-truth-'));
  try {
    const { stdout } = await promisify(execFile)(
      python,
      ['-W', 'ignore', join(import.meta.dirname, 'ask-freight.py'), FREIGHT, join(FREIGHT, 'truth')],
      {
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...process.env,
          ...freightEnvironment(),
          TARGET_DATABASE: join(scratch, 'db.sqlite3'),
          TARGET_PASSWORD: FREIGHT_PASSWORD,
          PYTHONDONTWRITEBYTECODE: '1',
        },
      },
    );
    ({ answers, routes } = JSON.parse(stdout));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}, 600_000);

describe('the truth of the freight project', () => {
  it('has verdict and status of the main probes as the project answers them', () => {
    const different = truth.operations.flatMap(({ operation, probes }) =>
      Object.entries(probes).flatMap(([probe, { verdict, status }]) => {
        const answer = answers[operation]![probe]!;
        const real = `${answer.in ? 'admits' : 'rejects'} ${answer.status}`;
        return real === `${verdict} ${status}` ? [] : [`${operation} ${probe}: truth ${verdict} ${status}, real ${real}`];
      }),
    );
    expect(different).toEqual([]);
    expect(Object.keys(answers)).toHaveLength(truth.operations.length);
  });

  it('names exactly the attacks that get in', () => {
    for (const { operation, gets_in, documented } of truth.operations) {
      if (gets_in === undefined) continue;
      const own = answers[operation]!;
      const everybody = new Set(own['no-token']!.keys);
      const more = (answer: Answer): boolean => documented !== 'optional' || answer.keys.some((key) => !everybody.has(key));
      const attacks = Object.keys(own).filter((attack) => attack !== 'valid-token' && own[attack]!.in && more(own[attack]!));
      const real = attacks.filter((attack) => !WITH_KEY.includes(attack));
      expect(`${operation}: ${real.sort()}`).toBe(`${operation}: ${[...gets_in].sort()}`);
    }
  });

  it('names what only the holder of the key gets in with', () => {
    for (const { operation, gets_in, with_key = [] } of truth.operations) {
      const own = answers[operation]!;
      // Where the signature is not looked at, there is nothing to hold.
      const told = gets_in !== undefined && own['tampered-token']?.in === false;
      const real = told ? WITH_KEY.filter((attack) => own[attack]?.in) : [];
      expect(`${operation}: ${real.sort()}`).toBe(`${operation}: ${[...with_key].sort()}`);
    }
  });

  it('lets each fault be shown by its attack, and no look-alike by any', () => {
    for (const { id, operations, attack } of truth.faults) {
      expect(operations.length, id).toBeGreaterThan(0);
      for (const operation of operations) {
        const entry = truth.operations.find((one) => one.operation === operation)!;
        expect(entry.fault, operation).toBe(id);
        if (attack !== null) expect([...(entry.gets_in ?? []), ...(entry.with_key ?? [])], operation).toContain(attack);
      }
    }
    for (const { operation, fault, gets_in, public: why, looks } of truth.operations) {
      if (fault !== null) continue;
      expect(gets_in ?? [], operation).toEqual([]);
      expect(why ?? looks, operation).toMatch(/\w{3}/);
    }
  });

  it('has the size that it was made for', () => {
    expect(truth.faults.length).toBeGreaterThanOrEqual(40);
    expect(truth.operations.filter(({ fault }) => fault === null).length).toBeGreaterThanOrEqual(60);
    expect(truth.faults.filter((fault) => fault.by_document_and_token).length).toBeGreaterThanOrEqual(25);
    for (const { by_document_and_token, writes } of truth.faults) expect(by_document_and_token && writes === true).toBe(false);
  });

  it('covers every address, and the document does too', () => {
    const templateOf = (pattern: string): string => `/${pattern}`.replace(/\(\?P<\w+>[^)]*\)|<[^>]*>/g, '{}').replace(/[\^$]/g, '');
    const paths = new Set(truth.operations.map(({ operation }) => idOf(operation).split(' ')[1]!));
    // Ninja's own pages are off, their address is routed to an answer of 404 all the same.
    const routed = routes.map(templateOf).filter((path) => !/^\/api\/(rates|spot)\/$/.test(path));
    expect([...paths].sort()).toEqual([...new Set(routed)].sort());
    expect(documented().map(({ id }) => id)).toEqual(truth.operations.map(({ operation }) => idOf(operation)).sort());
  });

  it('says of each operation what the document says, scheme included', () => {
    const promises = new Map(documented().map((entry) => [entry.id, entry]));
    for (const { operation, documented: promise, credential, scopes = [] } of truth.operations) {
      const entry = promises.get(idOf(operation))!;
      expect(entry.scopes, operation).toEqual(scopes);
      expect(`${operation} ${entry.promise}`).toBe(`${operation} ${promise}`);
      if (promise !== 'public') expect(entry.schemes, operation).toContain(SCHEMES[credential as keyof typeof SCHEMES]);
    }
  });

  it('is not given away by names or comments', () => {
    const telling = /vulnerab|insecur|unsafe|\bbug|\bfault|broken|bypass|hole|attack|exploit|weak|todo|fixme|wrong[^.]|\bflaw|look-alike/i;
    const files = readdirSync(FREIGHT, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(py|yaml)$/.test(file));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) expect(readFileSync(join(FREIGHT, file), 'utf8').match(telling)?.[0] ?? null, file).toBe(null);
  });
});

/** What the document promises for each operation, sorted by operation. */
function documented(): { id: string; promise: string; schemes: string[]; scopes: string[] }[] {
  const document = parse(readFileSync(join(FREIGHT, 'openapi.yaml'), 'utf8'));
  return Object.entries<Record<string, { security?: object[] }>>(document.paths)
    .flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'parameters')
        .map(([method, { security = document.security }]) => {
          const optional = security.some((alternative: object) => Object.keys(alternative).length === 0);
          const promise = security.length === 0 ? 'public' : optional ? 'optional' : 'protected';
          const alternatives = security as Record<string, string[]>[];
          const schemes = alternatives.flatMap((alternative) => Object.keys(alternative));
          return {
            id: operationId(method, path),
            promise,
            schemes,
            scopes: alternatives.flatMap((alternative) => Object.values(alternative).flat()),
          };
        }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
