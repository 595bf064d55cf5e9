/** The requests of one operation: how each is made for a probe, sent, repeated, and read with all that is known of the operation by then. */
import type { Probe } from '../model/probe.ts';
import type { Target } from '../model/witness.ts';
import type { ClassContext } from './answer-class.ts';
import {
  bindCredential,
  bindMaterial,
  carrierNames,
  inAuthorization,
  isRightful,
  type Material,
  NO_CREDENTIAL,
  spellingsOf,
} from './credential.ts';
import { newLog, type OperationLog, type OtherShot, type Repeated, type Spelling } from './operation-log.ts';
import type { Parts } from './parts.ts';
import type { ConcretePath } from './request-path.ts';
import type { Run } from './run.ts';
import type { Message } from './sender.ts';
import { compareShapes } from './shape.ts';
import { readShot, type Shot } from './shot.ts';

/** The server is given an address to ask. */
export const namesAddress = ({ sends }: Probe): boolean => sends.made?.signed === 'sender-address';

export const reached = (shot: Shot | null | undefined): boolean => shot?.class === 'REACHED';
export const denied = (shot: Shot | null | undefined): boolean => shot?.class === 'DENIED';

/** Names among which the likeliest come first: halves of them would take longer. */
const FEW_NAMES = 6;

/** What can be asked of one operation. In which order, and what for, `OperationDialogue` knows. */
export class OperationShots {
  readonly log: OperationLog;
  protected readonly method: string;

  constructor(
    protected readonly run: Run,
    protected readonly target: Target,
    protected readonly concrete: ConcretePath,
    protected readonly parts: Parts,
  ) {
    this.method = target.method === '*' ? 'GET' : target.method.toUpperCase();
    this.log = newLog(this.method, concrete, inAuthorization('Bearer'));
  }

  protected identical(left: Shot, right: Shot): boolean {
    return left.shape !== null && right.shape !== null && compareShapes(left.shape, right.shape).same;
  }

  /** Reads every answer again with what is known by now: the valid answer and the server's way with made-up paths. */
  protected readAgain(): void {
    const { log } = this;
    if (log.valid) log.valid = this.read(log.valid.sent, false);
    const again = (shot: Shot | null): Shot | null => (shot ? this.read(shot.sent) : null);
    const both = (entry: Repeated | null): Repeated | null => entry && { first: this.read(entry.first.sent), again: again(entry.again) };
    log.none = both(log.none);
    log.garbage = both(log.garbage);
    log.tampered = both(log.tampered);
    log.noneAfter = again(log.noneAfter);
    log.emptyAfter = both(log.emptyAfter);
    log.validAgain = again(log.validAgain);
    log.resigned = again(log.resigned);
    for (const [id, other] of log.others) log.others.set(id, { ...other, ...both(other)! });
  }

  /**
   * One spelling of the credential after the other, until one gets in.
   * @param plain what the first one got, where the further words of a probe are asked
   * @param hasRoom whether a further one may be sent
   */
  protected async askSpellings(
    probe: Probe,
    plain: OtherShot | null = null,
    hasRoom = (): boolean => (plain ? this.run.hasRoomForWords : !probe.sends.also && this.run.hasRoomFor(probe)),
  ): Promise<OtherShot> {
    const { run, target } = this;
    const names = carrierNames(probe.sends, target);
    const spellings = [...spellingsOf(probe.sends, run.materials).entries()].filter(([index]) => this.isWrong(probe, names, index));
    const asked: OtherShot[] = plain ? [plain] : [];
    let sent = asked.length;
    for (const [index, material] of spellings.slice(asked.length)) {
      if (asked.length > 0 && !hasRoom()) break;
      sent += 1;
      const before = run.fetched;
      const { first } = await this.shoot(probe.id, probe, names, index);
      if (plain && first.answer === null) break;
      if (namesAddress(probe) && run.fetched > before) run.sender.show(first.exchange, 'fetched-address');
      const label = material?.label;
      const spelling: Spelling = { index, sent, all: spellings.length, ...(label ? { label } : {}) };
      const other: OtherShot = { first, again: null, name: names.length === 1 ? names[0]! : null, spelling };
      const twin = reached(first) && material?.twin ? await this.shootTwin(probe, material.twin) : null;
      // What the twin gets as well was not given for what sets this one apart.
      if (reached(twin)) continue;
      if (twin !== null && !denied(twin)) asked.push({ ...other, first: twin });
      else if (reached(first)) {
        await this.narrowDown(probe, names, other);
        return other;
      } else asked.push(other);
    }
    // One refusal is like another: what is none decides.
    const telling = asked.find(({ first }) => !denied(first)) ?? asked.at(-1)!;
    if (telling.first.class === 'CRASH') telling.again = await this.again(probe.id, probe, 'busted', names, telling.spelling!.index);
    return { ...telling, spelling: { ...telling.spelling!, sent } };
  }

  protected shootTwin(probe: Probe, twin: Material): Promise<Shot> {
    return this.send({ ...this.message(probe.id), credential: bindMaterial(this.log.way, twin) });
  }

  /** Some words come out as what the operation takes by right: a token without a scheme, say. */
  protected isWrong({ sends }: Probe, names: readonly string[], spelling: number): boolean {
    const { log, run, target } = this;
    const credential = spelling === 0 ? null : bindCredential(sends, names, log.way, run.materials, spelling);
    return credential === null ? spelling === 0 : !isRightful(credential, [log.way, ...(target.ways ?? [])], run.materials);
  }

  protected async shootResigned(): Promise<Shot> {
    const credential = bindMaterial(this.log.way, this.run.materials.forged!.same!);
    this.log.resigned = await this.send({ ...this.message('resigned-token'), credential });
    return this.log.resigned;
  }

  /** All names went out at once; when that got in, halves of many names are asked, and few names one by one, until one is left. */
  protected async narrowDown(probe: Probe, names: readonly string[], other: OtherShot): Promise<void> {
    const { log, run } = this;
    const index = other.spelling?.index ?? 0;
    const getsIn = async (some: readonly string[]): Promise<boolean> => reached((await this.shoot(probe.id, probe, some, index)).first);
    const sent = names.filter((name) => bindCredential(probe.sends, [name], log.way, run.materials, index) !== null);
    let left = sent;
    while (left.length > 1) {
      const part = left.slice(0, left.length > FEW_NAMES ? Math.ceil(left.length / 2) : 1);
      left = (await getsIn(part)) ? part : left.slice(part.length);
    }
    other.name = left[0] ?? null;
    if (sent.length > 1) other.again = await this.again(probe.id, probe, 'busted', left, index);
    // None of them alone, but all together.
    if (!reached(other.again)) {
      other.again = await this.again(probe.id, probe, 'busted', names, index);
      if (sent.length > 1) other.name = null;
    }
    await this.learnTemplate(other);
  }

  protected async learnTemplate(entry: Repeated): Promise<void> {
    if (entry.first.answer === null) return;
    this.log.template = await this.run.template(this.concrete.path, this.target.socket);
  }

  protected shootValid(id: string): Promise<Shot> {
    const sends = { place: 'header', material: 'valid', scheme: 'auto' } as const;
    return this.send({
      ...this.message(id),
      credential: bindCredential(sends, ['Authorization'], this.log.way, this.run.materials) ?? NO_CREDENTIAL,
    });
  }

  protected async shoot(id: string, probe: Probe | null = null, names?: readonly string[], spelling = 0): Promise<Repeated> {
    return { first: await this.send(this.probeMessage(id, probe, names, spelling)), again: null };
  }

  /** The same request on a connection of its own, `busted` with a query that no cache knows; a server that refuses the query is asked without. */
  protected async again(id: string, probe: Probe | null, how: 'same' | 'busted', names?: readonly string[], spelling = 0): Promise<Shot> {
    const message = this.probeMessage(id, probe, names, spelling);
    const shot = await this.send({ ...message, fresh: how === 'busted' ? 'connection-and-url' : 'connection' });
    if (how === 'busted' && (shot.class === 'REACHED-INERT' || shot.class === 'PREGATE') && shot.answer?.status === 400) {
      return this.send({ ...message, fresh: 'connection' });
    }
    return shot;
  }

  protected probeMessage(id: string, probe: Probe | null, names?: readonly string[], spelling = 0): Message {
    const message = this.message(id);
    if (probe === null) return message;
    const carriers = names ?? carrierNames(probe.sends, this.target);
    const credential = bindCredential(probe.sends, carriers, this.log.way, this.run.materials, spelling);
    return { ...message, method: probe.sends.method ?? message.method, credential: credential ?? NO_CREDENTIAL };
  }

  protected message(probe: string): Message {
    return {
      probe,
      operation: this.target.id,
      method: this.method,
      path: this.concrete.path,
      query: this.concrete.query,
      credential: NO_CREDENTIAL,
      ...(this.target.socket ? { socket: true } : {}),
    };
  }

  protected async send(message: Message): Promise<Shot> {
    return this.read(await this.run.sender.send(message));
  }

  protected read(sent: Shot['sent'], besideValid = true): Shot {
    const { log, run } = this;
    const context: ClassContext = {
      origin: run.origin,
      valid: besideValid && reached(log.valid) ? log.valid!.shape : null,
      softNotFound: log.template?.shape ?? null,
      knownDenials: run.denials,
    };
    return readShot(sent, context, run.sender);
  }
}
