/** Asks the real Django and DRF of one stack about all cases, in one Python process (`judge.py`). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PermissionExpression } from '../../src/model/matrix.ts';
import { COOKIE_NAMES, IDENTITY_HEADER_NAMES, KEY_HEADER_NAMES, QUERY_NAMES } from '../../src/probes/shared/credential-names.ts';
import { ensureVenv } from '../support/venv.ts';
import type { Case, Stack } from './cases.ts';
import { hasOwnSettings, requirementsOf, SKELETON } from './project.ts';

export interface RealVerdict {
  readonly verdict: 'admits' | 'rejects' | 'crashes';
  /** Statuses of the answers that count. */
  readonly statuses: readonly number[];
  readonly error?: string;
  /** Another word that is right too: the handler was reached and failed. */
  readonly also?: 'admits' | null;
}

type RealList<T> = readonly T[] | { readonly raises: string };

export interface RealRow {
  readonly method: string;
  /** Parameters are `{}`. */
  readonly path: string;
  readonly suffix: boolean;
  readonly reachable: boolean;
  /** Null where the view has no name of its own to compare. */
  readonly view: string | null;
  readonly action: string | null;
  /** Absent for plain Django views. */
  readonly authenticators?: RealList<string>;
  readonly permissions?: RealList<PermissionExpression>;
  readonly throttles?: RealList<string>;
  /** Probe id -> answer; absent for rows that cannot be reached. */
  readonly verdicts?: Readonly<Record<string, RealVerdict>>;
}

export interface RealAnswer {
  readonly rows?: readonly RealRow[];
  /** Why the project does not start. */
  readonly error?: string;
  readonly trace?: string;
}

export async function judgeWithDjango(
  stack: Stack,
  cases: readonly { readonly case: Case; readonly folder: string }[],
): Promise<Map<string, RealAnswer>> {
  const python = ensureVenv(`conformance-${stack}`, requirementsOf(stack));
  const request = {
    names: { query: QUERY_NAMES, headers: KEY_HEADER_NAMES, cookies: COOKIE_NAMES, identities: IDENTITY_HEADER_NAMES },
    skeleton: SKELETON,
    cases: cases.map(({ case: c, folder }) => ({ ...c, files: undefined, folder, ownSettings: hasOwnSettings(c) })),
  };
  const child = spawn(python, [join(import.meta.dirname, 'judge.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(JSON.stringify(request));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`judge.py ended with ${code}`);
  const answers = new Map<string, RealAnswer>();
  for (const line of Buffer.concat(chunks).toString('utf8').trim().split('\n')) {
    const answer = JSON.parse(line) as RealAnswer & { id: string };
    answers.set(answer.id, answer);
  }
  return answers;
}
