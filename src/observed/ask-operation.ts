/**
 * Asks one operation: without a token first, then bad tokens, then the valid one, then again without
 * (a cache could otherwise answer for the gate), and repeats every request that would convict.
 */
import type { Probe } from '../model/probe.ts';
import type { TokenWay } from '../model/witness.ts';
import { schemeCandidates } from '../tokens/scheme.ts';
import { headerOf } from './answer.ts';
import { denialKey } from './answer-class.ts';
import { askVariants, isOfView } from './ask-variants.ts';
import { canBeTwice, carrierNames, EMPTY_AUTHORIZATION, inAuthorization } from './credential.ts';
import { isKept } from './kept-answer.ts';
import { pointlessLow } from './low-role.ts';
import { pointlessWithoutScopes } from './low-token.ts';
import { isGranted, needsKey, wantsFile } from './needs.ts';
import type { OperationLog, OtherShot, Repeated } from './operation-log.ts';
import { denied, namesAddress, OperationShots, reached } from './operation-shots.ts';
import { inTurn, isHomeMade, isMadeUpKey, isRare, mayDiffer } from './parts.ts';
import { isRefusedAlike, whyNotRaised } from './raised.ts';
import { type Variant, variantsOf } from './request-variants.ts';
import { isDoorUnknown } from './run.ts';
import { notForeign } from './second-user.ts';
import type { Message } from './sender.ts';
import { rememberDenial, type Shot } from './shot.ts';

/** Other ways that are tried for a valid token that was turned away. */
const MOST_WAYS = 4;

/** The conversation with one operation. */
export class OperationDialogue extends OperationShots {
  private wordy: readonly Probe[] = [];
  /** What another operation was asked for this one, which may differ all the same. */
  private unasked: readonly Probe[] = [];

  /** Sends what the operation needs; returns early when nothing can be learnt any more. */
  async ask(): Promise<OperationLog> {
    const { log, parts, run } = this;
    log.none = await this.shoot(parts.none?.id ?? 'no-token');
    if (log.none.first.answer === null) return log;
    rememberDenial(log.none.first, run.denials);
    if (reached(log.none.first)) await this.learnTemplate(log.none);
    log.way = this.candidates()[0]!;
    if (parts.garbage) log.garbage = await this.shoot(parts.garbage.id, parts.garbage);
    if (this.wantsTampered()) log.tampered = await this.shoot(parts.tampered!.id, parts.tampered!);
    await this.askValid();
    if (this.wantsTamperedAfterValid()) log.tampered = await this.shoot(parts.tampered!.id, parts.tampered!);
    this.readAgain();
    if (log.valid?.answer) await this.confirm();
    if (this.deniesAnyone() && !this.target.socket && isKept(log.valid!.answer!)) await this.askWithEmptyHeader();
    if (this.deniesAnyone()) await this.askOthers();
    else if (this.ignoresTheToken()) await this.askForKeys();
    else await this.askRaised();
    this.readAgain();
    return log;
  }

  /** Ways to try: with one known from source, document or challenge, bad and valid token travel alike. */
  private candidates(): TokenWay[] {
    const { run, target } = this;
    if (run.fixedWay && run.fixedWay.word !== 'auto') return [run.fixedWay];
    if (run.tokenScheme !== 'auto') return [inAuthorization(run.tokenScheme)];
    const elsewhere = (target.ways ?? []).filter(({ word }) => word !== 'auto');
    const proven = elsewhere.filter((way) => way === run.provenWay);
    // An operation of which nobody says that it reads Authorization is asked in its own places first.
    const first = elsewhere.length > 0 && elsewhere.length === target.ways!.length ? elsewhere : proven;
    return [...new Set([...first, ...this.words().map(inAuthorization), ...elsewhere])];
  }

  private words(): string[] {
    const { run, target, log } = this;
    const known = target.authenticators.flatMap((authenticator) => authenticator.schemes);
    const challenge = log.none?.first.answer ? headerOf(log.none.first.answer, 'www-authenticate') : null;
    return schemeCandidates(
      run.materials.valid?.wire ?? null,
      known,
      challenge,
      run.provenWay?.name === 'Authorization' ? run.provenWay.word : null,
    );
  }

  /** The valid token; when it is turned away under a guessed scheme, the next words are tried, and the bad tokens again under the right one. */
  private async askValid(): Promise<void> {
    const { log, parts, run } = this;
    if (!run.materials.valid) return;
    const id = parts.valid?.id ?? 'valid-token';
    const first = log.way;
    log.valid = await this.shootValid(id);
    const proven = run.provenWay;
    const others = this.candidates()
      .slice(1)
      .filter(({ name, word }) => proven === null || name !== 'Authorization' || (proven.name === name && proven.word === word));
    for (const way of denied(log.none?.first) && denied(log.valid) ? others.slice(0, MOST_WAYS) : []) {
      log.way = way;
      const shot = await this.shootValid(id);
      if (shot.answer === null) break;
      if (denied(shot)) continue;
      log.valid = shot;
      break;
    }
    if (denied(log.valid)) log.way = first;
    if (reached(log.valid) && denied(log.none?.first)) run.provenWay = log.way;
    if (log.way === first) return;
    if (parts.garbage) log.garbage = await this.shoot(parts.garbage.id, parts.garbage);
    log.tampered = this.wantsTampered() ? await this.shoot(parts.tampered!.id, parts.tampered!) : null;
  }

  /** A changed token tells something only where made-up ones are turned away. */
  private wantsTampered(): boolean {
    const { log, parts, run } = this;
    if (!parts.tampered || !run.canFire(parts.tampered)) return false;
    return log.garbage !== null && log.garbage.first.answer !== null && !reached(log.garbage.first);
  }

  /** Where anybody is answered: only if the valid token gets more than everybody. */
  private wantsTamperedAfterValid(): boolean {
    const { log, parts, run } = this;
    if (log.tampered || !parts.tampered || !run.canFire(parts.tampered) || !reached(log.none?.first) || !reached(log.valid)) return false;
    const garbage = log.garbage?.first;
    if (!garbage || !reached(garbage) || !this.identical(garbage, log.none!.first)) return false;
    return !this.identical(log.valid!, log.none!.first);
  }

  /** Repeats what decides: the request without a token always, a bad token when it got in, a crash, and then the valid token. */
  private async confirm(): Promise<void> {
    const { log, parts } = this;
    const none = log.none!;
    const repeated: boolean[] = [];
    if (denied(none.first) || none.first.answer?.status === 404) {
      // Nothing keeps the answer to a handshake.
      log.noneAfter = this.target.socket ? none.first : await this.again(parts.none?.id ?? 'no-token', null, 'same');
      if (reached(log.noneAfter)) {
        await this.learnTemplate({ first: log.noneAfter, again: null });
        none.again = await this.again(parts.none?.id ?? 'no-token', null, 'busted');
        log.cached = !reached(none.again) && none.again.answer !== null;
      }
    } else if (reached(none.first) || none.first.class === 'CRASH') {
      none.again = await this.again(parts.none?.id ?? 'no-token', null, 'busted');
      if (reached(none.first) && denied(none.again)) {
        log.noneAfter = await this.again(parts.none?.id ?? 'no-token', null, 'same');
        log.cached = reached(log.noneAfter);
      }
      // Where everybody gets the same, the valid token has shown nothing that could have changed since.
      if (!reached(none.first) || !this.identical(none.first, log.valid!)) repeated.push(true);
    }
    for (const part of ['garbage', 'tampered'] as const) {
      const entry = log[part];
      const probe = parts[part];
      if (!entry || !probe) continue;
      const openAnyway = reached(none.first) && reached(entry.first) && this.identical(entry.first, none.first);
      if (entry.first.class !== 'CRASH' && (!reached(entry.first) || openAnyway)) continue;
      if (reached(entry.first)) await this.learnTemplate(entry);
      entry.again = await this.again(probe.id, probe, 'busted');
      repeated.push(true);
    }
    if (repeated.length > 0) log.validAgain = await this.shootValid(parts.valid?.id ?? 'valid-token');
  }

  /** A cache may take an empty header for none, and what stands in front of it not (CVE-2026-113593). */
  private async askWithEmptyHeader(): Promise<void> {
    const { log, parts, run } = this;
    const message = { ...this.message(parts.none?.id ?? 'no-token'), credential: EMPTY_AUTHORIZATION };
    const empty: Repeated = { first: await this.send({ ...message, fresh: 'connection' }), again: null };
    log.emptyAfter = empty;
    if (!reached(empty.first)) return;
    empty.again = await this.send({ ...message, fresh: 'connection-and-url' });
    log.template = await run.template(this.concrete.path);
    log.validAgain = await this.shootValid(parts.valid?.id ?? 'valid-token');
    log.cached = denied(empty.again);
  }

  /** True when the gate stands: only then can other entrances be told from an open door. */
  private deniesAnyone(): boolean {
    const { log } = this;
    return denied(log.none?.first) && denied(log.noneAfter) && reached(log.valid) && !log.cached;
  }

  /** The valid token is answered as no token is: the operation takes another kind of credential, of which there is none. */
  private ignoresTheToken(): boolean {
    const [none, valid] = [this.log.none?.first, this.log.valid];
    if (this.method !== 'GET' || this.target.socket || !denied(none) || !denied(this.log.noneAfter) || !denied(valid)) return false;
    return none!.answer!.status === valid!.answer!.status && denialKey(none!.answer!) === denialKey(valid!.answer!);
  }

  /** Whatever kind that is: one that is made up or empty must not get in. */
  private async askForKeys(): Promise<void> {
    const { log, parts, run, target } = this;
    for (const probe of parts.other.filter((one) => run.canFire(one) && isMadeUpKey(one))) {
      if (!run.hasRoomFor(probe) || !run.claimCollection(probe, target)) continue;
      log.others.set(probe.id, { ...(await this.askSpellings(probe)), untold: true });
    }
  }

  private async askOthers(): Promise<void> {
    const { log, parts, run, target } = this;
    for (const probe of this.method === 'GET' && !target.socket ? parts.method.filter((one) => run.canFire(one)) : []) {
      if (!this.hasRoomHere(probe) || !run.claimCollection(probe, target)) continue;
      const head = await this.shoot(probe.id, probe);
      if (reached(head.first)) {
        log.headTemplate = await run.headTemplate(this.concrete.path);
        head.again = await this.again(probe.id, probe, 'busted');
      }
      log.head = head;
    }
    const first = run.claimGroup(target, log);
    // Whoever may write into a token needs no key, and where anything is taken no token tells more.
    const anyToken = reached(log.garbage?.first) || reached(log.tampered?.first);
    const fired = parts.other.filter((one) => run.canFire(one) && !(anyToken && (isGranted(one) || isHomeMade(one, run.materials))));
    const keyHolds = first && fired.some(needsKey) ? await this.tryKey() : false;
    const known = target.authenticators.length > 0 && !target.doorsByDocument;
    const unasked: Probe[] = [];
    for (const probe of inTurn(fired)) {
      if ((needsKey(probe) && first && !keyHolds) || !canBeTwice(probe.sends, log.way)) continue;
      const everywhere = !known && mayDiffer(probe, run.materials);
      if (!first && !everywhere) {
        if (isDoorUnknown(target)) unasked.push(probe);
        continue;
      }
      if (everywhere && !first && !target.socket && !isHomeMade(probe, run.materials) && !this.hasRoomHere(probe)) continue;
      if (everywhere && !run.claimCollection(probe, target)) continue;
      // What the source says that it believes is asked in any case.
      const wanted = probe.sends.material === 'identity' && (target.userHeaders?.length ?? 0) > 0;
      if (isRare(probe, run.materials) && !wanted && !run.hasRoomFor(probe)) {
        run.leaveOut(target.id, probe);
        continue;
      }
      await this.askOther(probe);
    }
    this.unasked = unasked;
    for (const probe of anyToken ? [] : parts.own.filter((one) => run.canFire(one))) {
      if (probe.sends.material === 'second') await this.askSecondUser(probe);
      else if (probe.sends.made) await this.askWithoutScopes(probe);
      else if (pointlessLow(probe, target, run.materials.low!.wire) === null) await this.askOwn(probe);
    }
    await this.askInOtherWords();
    if ([...log.others.values()].some(({ again }) => again !== null) || [...log.variants.values()].some(({ hit }) => hit !== null))
      log.validAgain = await this.shootValid(parts.valid?.id ?? 'valid-token');
    const shots = [...log.others.values()].map((one) => one.first).concat(log.resigned ?? []);
    const failed = shots.some((shot) => shot.class === 'NO-ANSWER' || shot.class === 'THROTTLED');
    // Where one scheme stands for code of many kinds, the next operation may tell more.
    const told = !(anyToken && target.doorsByDocument && parts.other.some((one) => isGranted(one) && run.canFire(one)));
    if (first && (failed || !told)) run.releaseGroup(target, log);
    else if (first) this.wordy = fired.filter(({ id, sends }) => sends.also && denied(log.others.get(id)?.first));
  }

  /** Whether a probe that each operation is asked has room; what had none is told. */
  private hasRoomHere(probe: Probe): boolean {
    const { run, target } = this;
    if (run.hasRoomBesideTheOthers) return true;
    run.leaveOut(target.id, probe);
    return false;
  }

  /** @param hasRoom whether a further spelling may be sent; without it the run decides */
  private async askOther(probe: Probe, hasRoom?: () => boolean): Promise<void> {
    const { log, run } = this;
    if (wantsFile(probe, run.materials)) {
      await run.learnFile(probe);
      if (!run.canFire(probe)) return;
    }
    const valid = this.sameEntrance(probe);
    if (valid && denied(valid.first)) {
      log.others.set(probe.id, { ...valid, ofValid: true });
      return;
    }
    const ask = (): Promise<OtherShot> => this.askSpellings(probe, null, hasRoom);
    log.others.set(probe.id, await (namesAddress(probe) ? run.alone(ask) : ask()));
  }

  private async askInOtherWords(): Promise<void> {
    const { log, parts, run, target } = this;
    const probes = parts.variant.filter((one) => run.canFire(one));
    if (this.method !== 'GET' || target.socket || probes.length === 0) return;
    for (const probe of probes) {
      if (probe.sends.changes === 'version') await this.askOtherVersions(probe);
      if (probe.sends.changes === 'api-version') await this.askNamedVersions(probe);
    }
    if (isOfView(log.none!.first)) log.gate = 'view';
    else if (run.claimDenial(target, log)) {
      const { refused } = await run.template(this.concrete.path);
      log.gate = refused === log.none!.first.answer!.status ? 'front' : 'behind';
    }
    if (log.gate === null || log.gate === 'view') return;
    for (const probe of probes.filter(({ id }) => !log.variants.has(id))) {
      if (probe.sends.changes === 'api-version') continue;
      const variants = variantsOf(probe, run.origin, target, log.gate);
      if (variants.length === 0) continue;
      if (run.hasRoomForVariants(probe, log.gate)) await this.askThem(probe, variants);
      else run.leaveOut(target.id, probe);
    }
  }

  /** Below another version stands another view, wherever the refusal here comes from. */
  private async askOtherVersions(probe: Probe): Promise<void> {
    const { log, run, target } = this;
    const variants = run.versionPaths(target);
    if (variants.length === 0 || !run.hasRoomForVariants(probe, 'front') || !run.claimMount(target)) return;
    await this.askThem(probe, variants);
    if (log.variants.get(probe.id)!.tried.some(({ shot }) => shot.answer !== null && shot.answer.status !== 404)) run.closeMount(target);
  }

  /** Views and permissions may look at the version themselves. */
  private async askNamedVersions(probe: Probe): Promise<void> {
    const { run, target } = this;
    const variants = variantsOf(probe, run.origin, target, null);
    if (variants.length === 0 || !run.claimCollection(probe, target)) return;
    if (run.hasRoomForVersions) await this.askThem(probe, variants, 'inVersions');
    else run.leaveOut(target.id, probe);
  }

  private async askThem(probe: Probe, variants: readonly Variant[], count: 'variants' | 'inVersions' = 'variants'): Promise<void> {
    const { log, run } = this;
    const send = (change: Partial<Message>): Promise<Shot> => {
      run[count] += 1;
      return this.send({ ...this.message(probe.id), ...change });
    };
    log.variants.set(probe.id, await askVariants(variants, log, send));
  }

  /** Whether probes that were refused in plain words have further ones. */
  get hasFurtherWords(): boolean {
    return this.wordy.length > 0;
  }

  /** Asks them. To be called when all operations have been asked: only then is it known what room is left. */
  async askFurtherWords(): Promise<void> {
    const { log, parts } = this;
    for (const probe of this.wordy) log.others.set(probe.id, await this.askSpellings(probe, log.others.get(probe.id)!));
    if (this.wordy.some(({ id }) => log.others.get(id)?.again)) log.validAgain = await this.shootValid(parts.valid?.id ?? 'valid-token');
    this.readAgain();
  }

  /** What only another operation was asked, see `askMember`. */
  get askedElsewhere(): readonly Probe[] {
    return this.unasked;
  }

  /** Asks this operation itself what another one was asked for it. To be called when all operations have been asked. */
  async askMember(probe: Probe): Promise<void> {
    const { log, parts, run } = this;
    this.unasked = this.unasked.filter(({ id }) => id !== probe.id);
    if (needsKey(probe) && !(log.resigned ? reached(log.resigned) : await this.tryKey())) return;
    await this.askOther(probe, () => !probe.sends.also && run.hasRoomForMembers);
    if (log.others.get(probe.id)?.again) log.validAgain = await this.shootValid(parts.valid?.id ?? 'valid-token');
    this.readAgain();
  }

  private async askOwn(probe: Probe): Promise<Shot> {
    const shot = await this.shoot(probe.id, probe);
    const own: OtherShot = { ...shot, name: 'Authorization' };
    if (reached(own.first)) await this.narrowDown(probe, ['Authorization'], own);
    this.log.others.set(probe.id, own);
    return own.first;
  }

  private async askWithoutScopes(probe: Probe): Promise<void> {
    const { log, run, target } = this;
    if (!(run.materials.forged?.proven || reached(log.resigned)) || pointlessWithoutScopes(target, log) !== null) return;
    if (run.hasRoomFor(probe)) log.others.set(probe.id, await this.askSpellings(probe));
    else run.leaveOut(target.id, probe);
  }

  /** The second user's own list first: only what it leaves out is asked for. */
  private async askSecondUser(probe: Probe): Promise<void> {
    const { log, run, target } = this;
    if (this.method !== 'GET') return;
    const ownership = await run.secondUser.ownershipOf(log, target.id);
    log.ownership = ownership;
    if (ownership === null || notForeign(ownership) !== null) return;
    if (reached(await this.askOwn(probe))) ownership.again = await run.secondUser.askAgain(ownership, log, target.id);
  }

  /** Whether the user's key is one that the server takes tokens of: seen from the valid token itself, else asked. */
  private async tryKey(): Promise<boolean> {
    return this.run.materials.forged!.proven || reached(await this.shootResigned());
  }

  /** Where the valid token is refused for what its user may not: the token signed anew is refused alike, and then one that says more of itself. */
  private async askRaised(): Promise<void> {
    const { log, parts, run, target } = this;
    for (const probe of parts.raised.filter((one) => run.canFire(one))) {
      if (whyNotRaised(probe, target, log, run.materials) !== null || !run.claimRefusal(probe, target, log)) continue;
      if (!run.hasRoomFor(probe)) {
        run.leaveOut(target.id, probe);
        continue;
      }
      const holds = run.materials.forged!.proven || isRefusedAlike(log.resigned ?? (await this.shootResigned()), log.valid!);
      if (!holds) return;
      const other = await this.askSpellings(probe);
      log.others.set(probe.id, other);
      if (other.again !== null) log.validAgain = await this.shootValid(parts.valid?.id ?? 'valid-token');
    }
  }

  /** The valid token's request in the place of a made-up one: where that is turned away, this has no better chance. */
  private sameEntrance(probe: Probe): OtherShot | null {
    if (probe.sends.material !== 'garbage') return null;
    const { place } = probe.sends;
    const names = carrierNames(probe.sends, this.target).join();
    const twin = this.parts.other.find(
      ({ sends }) => sends.material === 'valid' && sends.place === place && carrierNames(sends, this.target).join() === names,
    );
    return (twin && this.log.others.get(twin.id)) ?? null;
  }
}
