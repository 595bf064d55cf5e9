/** A second user at the objects of the first: only what the second user's own list leaves out can be somebody else's (catalogue R20). */
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import { bindMaterial } from './credential.ts';
import { holdsObject, type ListRequest, listIn, type ObjectName } from './identifiers.ts';
import type { OperationLog, OtherShot } from './operation-log.ts';
import type { Run } from './run.ts';
import { type Shape, stableValues } from './shape.ts';
import { readShot, type Shot, shotReason } from './shot.ts';

/** What was learnt of an object's owner at one operation. */
export interface Ownership {
  readonly object: ObjectName;
  readonly list: ListRequest;
  /** The second user's own list. */
  readonly theirs: Shot;
  /** Both lists once more, when the second user got the object. */
  again?: { readonly theirs: Shot; readonly mine: Shot };
}

/** Lists of the second user, each asked once. */
export class SecondUser {
  private readonly lists = new Map<string, Promise<Shot>>();

  constructor(private readonly run: Run) {}

  /** Whose the object of a path is, as far as lists tell; null where no list above it was answered to the first user with it. */
  async ownershipOf(log: OperationLog, operation: string): Promise<Ownership | null> {
    for (const object of log.concrete.objects) {
      const list = this.run.seen.listOf(object);
      if (list === null) continue;
      const key = JSON.stringify([list, log.way]);
      const asked = this.lists.get(key) ?? this.ask(list, log, 'second', operation);
      this.lists.set(key, asked);
      return { object, list, theirs: await asked };
    }
    return null;
  }

  /** Both lists again: those that change by themselves tell nothing. */
  async askAgain({ list }: Ownership, log: OperationLog, operation: string): Promise<NonNullable<Ownership['again']>> {
    return { theirs: await this.ask(list, log, 'second', operation), mine: await this.ask(list, log, 'valid', operation) };
  }

  private async ask(list: ListRequest, log: OperationLog, who: 'second' | 'valid', operation: string): Promise<Shot> {
    const { run } = this;
    const credential = bindMaterial(log.way, run.materials[who]!);
    const sent = await run.sender.send({ ...list, probe: 'second-user-token', operation, method: 'GET', credential, fresh: 'connection' });
    return readShot(sent, { origin: run.origin, valid: null, softNotFound: null, knownDenials: run.denials }, run.sender);
  }
}

/** Why the object need not be asked for, or null where the second user's list leaves it out. */
export function notForeign(ownership: Ownership | null): Verdict | null {
  if (ownership === null) return unknownVerdict('not sent: no list above it was seen to hold this object, so nothing shows whose it is');
  const { theirs, object } = ownership;
  const holds = theirs.class === 'REACHED' ? holdsObject(theirs.answer!, object) : null;
  if (holds === false) return null;
  const why =
    theirs.class !== 'REACHED'
      ? 'the second user is not answered with a list'
      : holds
        ? "the second user's own list holds the object as well"
        : 'the second user gets a list that goes on, or none: whether it holds the object is not known';
  return unknown(`not sent: ${why}`, [theirs]);
}

/** The verdict on what the second user got. */
export function judgeForeign(verdict: Verdict, ownership: Ownership, own: OtherShot, log: OperationLog): Verdict {
  const { theirs, again, object } = ownership;
  const leftOut = shotReason(theirs, `the second user's own list leaves ${object.value} out`);
  if (verdict.verdict !== 'admits') return { ...verdict, reasons: [...verdict.reasons, leftOut] };
  const still = again && again.mine.class === 'REACHED' && holdsObject(again.mine.answer!, object) === true;
  const out = again && again.theirs.class === 'REACHED' && holdsObject(again.theirs.answer!, object) === false;
  if (!still || !out) return unknown('the lists change from one time to the next', again ? [again.theirs, again.mine] : [theirs]);
  if (!isSame(log.valid!.shape!, log.validAgain?.shape ?? log.valid!.shape!, own.first.shape!, object))
    return unknown('the second user is answered something else than the first', [own.first, log.valid!]);
  const empty = listIn(theirs.answer!)!.records.length === 0;
  return {
    ...verdict,
    effect: `an object of another user: ${verdict.effect}`,
    ...(empty ? { conditions: [...(verdict.conditions ?? []), "the second user's list is empty because nothing belongs there"] } : {}),
    reasons: [...verdict.reasons, leftOut, shotReason(again.mine, "the first user's list holds it")],
  };
}

/** Whether two answers are about one object: what names it stands in both, and most of what stays the same is the same. */
function isSame(mine: Shape, again: Shape, theirs: Shape, { value }: ObjectName): boolean {
  const stable = [...stableValues(mine, again)];
  const names = stable.filter((entry) => entry.endsWith(`=${value}`));
  const shared = stable.filter((entry) => theirs.values.has(entry)).length;
  return names.every((entry) => theirs.values.has(entry)) && shared > stable.length / 2;
}

function unknown(text: string, shots: readonly Shot[]): Verdict {
  const because = shots.map((shot) => shotReason(shot));
  const exchange = because[0]?.exchange;
  return { verdict: 'unknown', reasons: [{ text, because, ...(exchange ? { exchange } : {}) }] };
}
