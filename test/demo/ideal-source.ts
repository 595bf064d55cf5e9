/** A source witness that knows the truth of the demo: it tests matrix, rules and findings apart from the interpreter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from '../../src/demo/project.ts';
import type { CauseFact } from '../../src/model/facts.ts';
import type { SourceOperation } from '../../src/model/matrix.ts';
import { operationId } from '../../src/model/operation.ts';
import type { Place } from '../../src/model/place.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { PredictedWitness } from '../../src/model/witness.ts';
import { idOf } from './findings.ts';
import { readTruth, type TruthOperation } from './truth.ts';

/** What the source witness is to say of the cause of each fault; `authenticator`, written in the project, where none is given. */
const CAUSES: Readonly<Record<string, Pick<CauseFact, 'kind' | 'implicit' | 'origin'> & { readonly symbol?: string }>> = {
  'logged-contacts': { kind: 'no-permission', implicit: false, origin: 'decorator' },
  'default-visits': { kind: 'no-permission', implicit: true, origin: 'default', symbol: 'REST_FRAMEWORK' },
  'empty-referrals': { kind: 'no-permission', implicit: true, origin: 'class' },
  'inherited-rosters': { kind: 'no-permission', implicit: false, origin: 'inherited' },
  'post-only-invoices': { kind: 'permission', implicit: true, origin: 'class' },
  'forgotten-day-sheet': { kind: 'no-permission', implicit: false, origin: 'method' },
  'documented-health': { kind: 'no-gate', implicit: true },
  'unlocked-doctors': { kind: 'no-permission', implicit: false, origin: 'class' },
};

/** Faults whose handlers read the Authorization header themselves. */
const HANDLER_READS = new Set(['logged-contacts', 'unlocked-doctors']);

const READS: Readonly<Record<string, readonly string[]>> = {
  'token-in-query': ['query:token'],
  'garbage-api-key': ['header:X-API-Key'],
};

export function idealSource(): PredictedWitness {
  const truth = readTruth();
  const byId = new Map(truth.operations.map((operation) => [idOf(operation.operation), operation]));
  const faults = new Map(truth.faults.map((fault) => [fault.id, fault]));
  const settingsPlace = { file: 'clinic/settings.py', line: 1 };

  const cause = (id: string, probe: string): CauseFact | null => {
    const operation = byId.get(id);
    if (operation?.probes[probe]?.verdict !== 'admits' || probe === 'valid-token') return null;
    const base = { operation: id, probe, text: 'as the truth says', reads: READS[probe] ?? [], reasons: [] };
    const fault = operation.fault === null ? undefined : faults.get(operation.fault);
    if (!fault) {
      return { ...base, kind: 'no-permission', implicit: false, origin: 'class', symbol: operation.view, place: placeOf(operation) };
    }
    const { symbol = `${fault.file}: ${fault.code}`, ...said } = CAUSES[fault.id] ?? { kind: 'authenticator', implicit: true };
    const handlerReads = HANDLER_READS.has(fault.id) ? ['header:Authorization'] : [];
    // A request without a token gets the public part because of the policy, not because of what the handler reads.
    const place = operation.unlocks && probe === 'no-token' ? placeOf(operation) : { file: fault.file, line: fault.line };
    return { ...base, ...said, symbol, place, handlerReads };
  };

  return {
    info: { root: 'demo', settings: 'clinic.settings', settingsFrom: null, django: '5.2', drf: '3.16', versionsFrom: null },
    operations: truth.operations.map(sourceOperation),
    problems: [],
    facts: {
      settingsModule: 'clinic.settings',
      settingsPlace,
      setting: () => null,
      classesOf: () => [],
      callsOf: () => [],
      cause,
      inert: () => null,
      authenticators: [],
      sourceLines: (file) => readFileSync(join(demoFolder(), file), 'utf8').split('\n'),
    },
    judge({ method, path }, probe): Verdict {
      const operation = byId.get(operationId(method, path))!;
      const expected = operation.probes[probe.id];
      if (!expected) return { verdict: 'unknown', reasons: [{ text: 'the truth does not say' }] };
      const richer = operation.unlocks?.includes(probe.id) ? { richer: true } : {};
      return { ...expected, ...richer, stage: 'gate', reasons: [{ text: 'as the truth says' }] };
    },
  };
}

function sourceOperation({ operation, view, file, line }: TruthOperation, index: number): SourceOperation {
  const [method, path] = operation.split(' ');
  return {
    rowId: `r${index}`,
    method: method!,
    path: path!,
    formatSuffix: false,
    kind: view.startsWith('clinic.health') ? 'django-class' : 'drf',
    name: null,
    view,
    action: null,
    place: file ? { file, line: line! } : null,
    routePlace: { file: 'clinic/urls.py', line: 6 },
    reachable: true,
    authenticators: [],
    permissions: [],
    throttles: [],
    provenance: {},
    unknown: null,
  };
}

function placeOf({ file, line }: TruthOperation): Place {
  return { file: file ?? 'clinic/urls.py', line: line ?? 1 };
}
