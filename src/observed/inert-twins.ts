/**
 * Requests of unsafe methods that cannot take effect (catalogue 1.3). DRF asks authenticators and permissions first, and refuses what it
 * cannot read only when the handler asks for it: who gets that refusal has passed the gate.
 */
import type { InertTwin } from '../model/facts.ts';
import type { Target } from '../model/witness.ts';
import type { Origin } from './origin.ts';
import { concretePath } from './request-path.ts';
import type { MessageBody } from './sender.ts';
import type { Shot } from './shot.ts';

/** The largest value of a 32-bit column; no sequence gets there. */
const MISSING = '2147483647';
const MISSING_TOO = '2147483646';

export interface TwinRequest {
  readonly twin: InertTwin;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: MessageBody;
}

/** Never empty and never in chunks: DRF takes either for no body at all, and the write would run. */
const UNREADABLE: MessageBody = { type: 'application/x-probe', text: 'x', shell: 'x' };
const MALFORMED: MessageBody = { type: 'application/json', text: '{', shell: '{' };

/** The requests of an operation, two at the least; empty when its path cannot be written. */
export function twinRequests(origin: Origin, target: Target): readonly TwinRequest[] {
  const twins = target.inert?.twins ?? [];
  const requests = twins.flatMap((twin) => request(origin, target, twin, twin === 'malformed-json' ? MALFORMED : UNREADABLE, MISSING));
  if (twins.length === 1 && twins[0] === 'missing-pk') requests.push(...request(origin, target, 'missing-pk', UNREADABLE, MISSING_TOO));
  return requests;
}

function request(origin: Origin, target: Target, twin: InertTwin, body: MessageBody, value: string): TwinRequest[] {
  const names = [...target.path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
  const last = names.filter((name) => name !== 'format').at(-1);
  const params = twin === 'missing-pk' && last !== undefined ? { ...target.params, [last]: value } : target.params;
  const concrete = concretePath(origin, { ...target, params });
  return concrete ? [{ twin, path: concrete.path, query: concrete.query, body }] : [];
}

/** True for the answer that this twin gets behind the gate, and nowhere else. */
export function passedGate(twin: InertTwin, shot: Shot): boolean {
  if (shot.class !== 'REACHED-INERT' || shot.answer === null) return false;
  const { status } = shot.answer;
  if (status === 404) return true;
  return twin === 'malformed-json' ? status === 400 : twin === 'unsupported-media-type' ? status === 415 : false;
}
