/** The truth of the demo (`demo/truth.json`) as types, for the tests that compare with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from '../../src/demo/project.ts';

export interface TruthVerdict {
  readonly verdict: 'rejects' | 'admits';
  readonly status: number;
}

export interface TruthOperation {
  /** Method and path template. */
  readonly operation: string;
  readonly view: string;
  /** Null for views of libraries. */
  readonly file: string | null;
  readonly line: number | null;
  readonly credential: 'jwt' | 'api-token' | 'none';
  readonly documented: 'protected' | 'public' | 'optional';
  readonly probes: Readonly<Record<string, TruthVerdict>>;
  readonly body?: unknown;
  readonly unlocks?: readonly string[];
  readonly public?: string;
  readonly fault: string | null;
  readonly twin_of: string | null;
}

export interface TruthPlace {
  readonly operations: readonly string[];
  readonly file: string;
  readonly line: number;
  /** The text of that line. */
  readonly code: string;
}

export interface TruthFault extends TruthPlace {
  readonly id: string;
  readonly rule: string;
  readonly why: string;
  readonly twin: TruthPlace;
}

export interface Truth {
  readonly about: readonly string[];
  readonly operations: readonly TruthOperation[];
  readonly faults: readonly TruthFault[];
}

export function readTruth(): Truth {
  return JSON.parse(readFileSync(join(demoFolder(), 'truth.json'), 'utf8')) as Truth;
}
