/** Operations that another one was asked for: as far as there is room they are asked themselves, and what was not is said. */
import type { Probe } from '../model/probe.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import type { Canary } from './canary.ts';
import { byDanger } from './parts.ts';
import type { Run } from './run.ts';

/** An operation that another one was asked for, where nobody knows that one piece of code stands before both. */
export interface Member {
  /** Whether it refuses like that one. */
  readonly isAlike: () => boolean;
  /** What only that one was asked. */
  readonly unasked: () => readonly Probe[];
  readonly ask: (probe: Probe) => Promise<void>;
  /** The verdicts of all its probes, by what is known by now. */
  readonly judge: () => Map<string, Verdict>;
}

interface WithMember {
  readonly target: Target;
  readonly member: Member | null;
}

interface AskedMember<T> {
  /** As it was, with other verdicts. */
  readonly one: T;
  readonly firstRequest: number;
  readonly lastRequest: number;
}

/**
 * Those come first that refuse otherwise than the one that was asked for them, and all are asked the most dangerous probe before any is
 * asked the next. To be called when all operations have been asked: only then is it known what room is left.
 */
export async function askMembers<T extends WithMember>(run: Run, canary: Canary, asked: readonly T[]): Promise<AskedMember<T>[]> {
  const members = asked.flatMap((one) => (one.member ? [{ one, member: one.member, first: 0, last: 0 }] : []));
  members.sort((left, right) => Number(left.member.isAlike()) - Number(right.member.isAlike()));
  const probes = byDanger([...new Set(members.flatMap(({ member }) => member.unasked()))]);
  if (probes.length > 0 && run.hasRoomForMembers) await canary.check(false);
  for (const probe of probes) {
    for (const each of members) {
      if (!each.member.unasked().includes(probe)) continue;
      if (!run.hasRoomForMembers || run.sender.stopped || canary.failure !== null) break;
      each.first ||= run.sender.count + 1;
      await each.member.ask(probe);
      each.last = run.sender.count;
      await canary.checkWhenDue();
    }
  }
  return members.flatMap(({ one, member, first, last }) =>
    first === 0 ? [] : [{ one: { ...one, verdicts: member.judge() }, firstRequest: first, lastRequest: last }],
  );
}

/** Operation id -> what only another operation was asked in the end, the most dangerous first. */
export function probesAskedElsewhere(asked: readonly WithMember[]): ReadonlyMap<string, readonly string[]> {
  const left = asked.flatMap(({ target, member }) => (member ? [[target.id, member.unasked()] as const] : []));
  return new Map(left.filter(([, probes]) => probes.length > 0).map(([id, probes]) => [id, byDanger(probes).map((probe) => probe.id)]));
}
