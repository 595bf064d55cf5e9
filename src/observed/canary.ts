/** The canary: an operation that tells the valid token from none, asked again during and after the run to know that the token still works. */

import { FOREIGN_ORIGIN } from '../model/foreign-origin.ts';
import type { SignOfLife } from '../model/login-life.ts';
import type { Target } from '../model/witness.ts';
import { bindCredential } from './credential.ts';
import type { OperationLog } from './operation-log.ts';
import type { Run } from './run.ts';
import type { Message } from './sender.ts';
import { readShot, type Shot, shotText } from './shot.ts';

/** After so many requests without a sign of life of the token it is asked for one. */
const EVERY = 50;
/** Fresh tokens in one run at the most. */
const RENEWALS = 3;

export class Canary {
  private bird: { readonly target: Target; readonly log: Pick<OperationLog, 'method' | 'concrete' | 'way' | 'template'> } | null = null;
  /** Number of the last request up to which everything rests on a working token. */
  lastGood = 0;
  /** Why it no longer works, or null. */
  failure: string | null = null;
  /** Requests between the last good answer of a token that died and its renewal: nothing rests on them. */
  private readonly gaps: { readonly after: number; readonly upTo: number }[] = [];
  private checking: Promise<void> | null = null;
  /** Whether it was asked as from a page of a foreign origin: once, and never where it counts, since a server may refuse such. */
  private abroad = false;

  constructor(private readonly run: Run) {}

  get found(): boolean {
    return this.bird !== null;
  }

  /** The request by which it is asked. */
  get sign(): SignOfLife | null {
    if (this.bird === null) return null;
    const { target, log } = this.bird;
    const { path, query } = log.concrete;
    return { operation: target.id, method: log.method, path, query, way: log.way };
  }

  /** Learns from an operation's answers: one that lets the token in and nobody without it becomes the canary, or renews it. */
  learn(target: Target, log: OperationLog): void {
    // Where made-up tokens get in, a dead one would as well.
    const tells = log.valid?.class === 'REACHED' && (log.garbage ?? log.none)?.first.class === 'DENIED' && !log.cached;
    if (!tells || this.failure !== null) return;
    if (this.bird === null) {
      const { method, concrete, way, template } = log;
      this.bird = { target, log: { method, concrete, way, template } };
      this.run.sender.keepBack(1);
    }
    const good = log.validAgain?.class === 'REACHED' ? log.validAgain : log.valid!;
    this.lastGood = Math.max(this.lastGood, Number(good.exchange?.slice(1) ?? 0));
  }

  /** Asks when it is time; several callers at once share one question. */
  async checkWhenDue(): Promise<void> {
    if (this.bird === null || this.failure !== null) return;
    if (this.checking === null && this.run.sender.count - this.lastGood < EVERY) return;
    this.checking ??= this.check(false).finally(() => {
      this.checking = null;
    });
    await this.checking;
  }

  /** Asks now; a failure is asked once more before it counts. */
  async check(last: boolean): Promise<void> {
    if (this.bird === null || this.failure !== null) return;
    const before = this.run.sender.count;
    const page = this.abroad ? {} : { pageOrigin: FOREIGN_ORIGIN };
    this.abroad = true;
    let shot = await this.ask(last, page);
    if (shot.sent.answer === null && shot.sent.failure === 'stopped') return;
    if (shot.class !== 'REACHED') shot = await this.ask(true);
    if (shot.class === 'DENIED' && this.gaps.length < RENEWALS && (await this.run.renew())) {
      const upTo = this.run.sender.count;
      shot = await this.ask(true);
      if (shot.class === 'REACHED') {
        this.gaps.push({ after: this.lastGood, upTo });
        this.lastGood = this.run.sender.count;
        return;
      }
    }
    if (shot.class === 'REACHED') this.lastGood = Math.max(this.lastGood, before + 1);
    else if (shot.sent.answer !== null || (shot.sent.failure !== 'stopped' && shot.sent.failure !== 'aborted')) {
      this.failure = `the valid token no longer works at ${this.bird.target.id}: ${shotText(shot)}`;
    }
  }

  /** True for what was asked with a token of which nobody knows whether it still worked. */
  inGap(first: number, last: number): boolean {
    return this.gaps.some(({ after, upTo }) => last > after && first <= upTo);
  }

  private async ask(last: boolean, page: Pick<Message, 'pageOrigin'> = {}): Promise<Shot> {
    const { target, log } = this.bird!;
    const { run } = this;
    const credential = bindCredential({ place: 'header', material: 'valid', scheme: 'auto' }, ['Authorization'], log.way, run.materials)!;
    const sent = await run.sender.send(
      {
        probe: 'valid-token',
        operation: target.id,
        method: log.method,
        path: log.concrete.path,
        query: log.concrete.query,
        credential,
        fresh: 'connection',
        ...page,
      },
      last,
    );
    return readShot(
      sent,
      { origin: run.origin, valid: null, softNotFound: log.template?.shape ?? null, knownDenials: run.denials },
      run.sender,
    );
  }
}
