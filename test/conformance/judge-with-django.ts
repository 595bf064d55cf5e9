/** Asks the real Django and DRF of one stack about all cases, in one Python process (`judge.py`). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PermissionExpression } from '../../src/model/matrix.ts';
import { COOKIE_NAMES, IDENTITY_HEADER_NAMES, KEY_HEADER_NAMES, QUERY_NAMES } from '../../src/probes/shared/credential-names.ts';
import { ensureVenv } from '../support/venv.ts';
import type { Case, Stack } from './cases.ts';
import { hasOwnSettings, requirementsOf, SKELETON } from './project.ts';

/** Headers that say which method is meant. */
const OVERRIDES = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'];

export interface RealVerdict {
  readonly verdict: 'admits' | 'rejects' | 'crashes';
  /** Statuses of the answers that count. */
  readonly statuses: readonly number[];
  readonly error?: string;
  /** Another word that is right too: the handler was reached and failed, or one scheme word is turned away and another one crashes. */
  readonly also?: 'admits' | 'crashes' | null;
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

interface Placed {
  readonly case: Case;
  readonly folder: string;
}

export async function judgeWithDjango(stack: Stack, cases: readonly Placed[]): Promise<Map<string, RealAnswer>> {
  const judge = new DjangoJudge(stack, cases);
  const code = await judge.ended();
  if (code !== 0) throw new Error(`judge.py ended with ${code}`);
  return judge.answers;
}

/** One running `judge.py`: it answers the cases that it was started with, and more of them one by one. */
export class DjangoJudge {
  readonly answers = new Map<string, RealAnswer>();
  readonly #child;
  readonly #code: Promise<number | null>;
  #told: () => void = () => {};

  /** @param moreAreOwn whether the cases that follow have settings of their own */
  constructor(stack: Stack, cases: readonly Placed[], moreAreOwn = false) {
    const python = ensureVenv(`conformance-${stack}`, requirementsOf(stack));
    this.#child = spawn(python, [join(import.meta.dirname, 'judge.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#code = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', resolve);
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as RealAnswer & { id: string };
      this.answers.set(answer.id, answer);
      this.#told();
    });
    const names = {
      query: QUERY_NAMES,
      headers: KEY_HEADER_NAMES,
      cookies: COOKIE_NAMES,
      identities: IDENTITY_HEADER_NAMES,
      overrides: OVERRIDES,
    };
    this.#send({ names, skeleton: SKELETON, moreAreOwn, cases: cases.map(asked) });
  }

  /** The answer to one more case. */
  async ask(placed: Placed): Promise<RealAnswer> {
    this.answers.delete(placed.case.id);
    this.#send(asked(placed));
    for (;;) {
      const answer = this.answers.get(placed.case.id);
      if (answer) return answer;
      const ended = await Promise.race([this.#code, new Promise<null>((resolve) => (this.#told = () => resolve(null)))]);
      if (ended !== null) throw new Error(`judge.py ended with ${ended}`);
    }
  }

  /** No more cases; the exit code. */
  async ended(): Promise<number | null> {
    this.#child.stdin.end();
    return await this.#code;
  }

  #send(message: object): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }
}

function asked({ case: c, folder }: Placed): object {
  return { ...c, files: undefined, folder, ownSettings: hasOwnSettings(c) };
}
