/** What the operations of one run share: sender, tokens, what is known of the server, and which group was asked what. */
import { randomBytes } from 'node:crypto';
import type { Probe } from '../model/probe.ts';
import type { Target, TokenWay } from '../model/witness.ts';
import type { PublicFile } from '../tokens/self-made.ts';
import type { PublicKey } from '../tokens/with-public-key.ts';
import { type Answer, headerOf } from './answer.ts';
import { type Materials, makeMaterials, NO_CREDENTIAL, withPublicFile } from './credential.ts';
import { Identifiers } from './identifiers.ts';
import type { KeyListener } from './key-listener.ts';
import { missingFor, needsKey, needsPublicKey } from './needs.ts';
import type { Gate, OperationLog, Template } from './operation-log.ts';
import type { Origin } from './origin.ts';
import { askForFile, type WantedFile } from './public-file.ts';
import { siblingPath } from './request-path.ts';
import type { Variant } from './request-variants.ts';
import { SecondUser } from './second-user.ts';
import type { Sender } from './sender.ts';
import { shapeOf } from './shape.ts';
import { readShot, type Shot } from './shot.ts';
import { mountOf, versionPathsOf } from './version-paths.ts';

/** Requests an operation, on average, up to which the rarer probes are sent too; tokens that anybody can write come before others. */
const REQUESTS_BEFORE_RARE = 5;
const REQUESTS_BEFORE_SELF_MADE = 6;
/** Requests in other words that a run may send in any case, and those that every further operation adds. */
const FEW_VARIANTS = 21;
const VARIANTS_PER_OPERATION = 0.25;
const VERSIONS_PER_OPERATION = 1;
const OVERRIDES_PER_OPERATION = 1;
const FEW_OPTIONS = 5;
const OPTIONS_PER_OPERATION = 0.25;
/** What is expected of an operation and of a group of them, and how many requests an operation may come of it. */
const REQUESTS_OF_AN_OPERATION = 6;
const REQUESTS_OF_A_GROUP = 16;
/** The keys that the server hands out, and the last sign of life of the token. */
const REQUESTS_OF_THE_END = 5;
const REQUESTS_IN_ALL = 7.8;
/** Where several tokens ask operations of their own, those with few need more, and the others leave it to them. */
const REQUESTS_BESIDE_OTHERS = 6.5;
/** Operations of a mount that are asked for below another version, as long as it knows none of them. */
const OPERATIONS_OF_A_MOUNT = 2;
/** A run as short as this need not save. */
const FEW_REQUESTS = 40;
const FEW_OPERATIONS = 10;
const FEW_REQUESTS_WITH_KEY = 80;
const FEW_REQUESTS_WITH_WORDS = 80;
/** What an operation is asked in any case, and how many are at once. */
const FEWEST_OF_AN_OPERATION = 5;
const OPERATIONS_AT_ONCE = 4;
const A_HANDFUL = 4;
const REQUESTS_OF_A_HANDFUL = 120;

/** The operation that was asked for its group. */
interface Leader {
  readonly id: string;
  /** How it refuses, see `refusalsText`. */
  readonly refusals: string;
}

export class Run {
  /** How the valid token got in where others were turned away. */
  provenWay: TokenWay | null = null;
  /** Operations that turned the valid token away. */
  validDenied = 0;
  /** Identifiers that the server showed to the valid token. */
  readonly seen = new Identifiers();
  readonly secondUser = new SecondUser(this);
  /** What a server did that no request of the run should have brought about. */
  readonly alarms: string[] = [];
  /** Bodies of denials, see `rememberDenial`. */
  readonly denials = new Set<string>();
  /** Values that only valid answers of guarded operations held. */
  readonly identities = new Set<string>();
  /** Requests in other words so far, and those in other versions. */
  variants = 0;
  inVersions = 0;
  /** Operations that were asked by another method, once for each. */
  inOverrides = 0;
  /** Operations that were begun. */
  private readonly started = new Set<string>();
  /** What tells authenticators apart -> the operation that was asked for all behind them, and how it refuses. */
  private readonly groups = new Map<string, Leader>();
  /** What tells refusals apart -> the operation that was asked in other words for all that are refused like it. */
  private readonly denialGroups = new Map<string, string>();
  /** Probe and path of a list -> the operation that was asked. */
  private readonly collections = new Map<string, string>();
  /** Group and probe -> the operation that refused the valid token and was asked. */
  private readonly refusals = new Map<string, string>();
  /** Mount -> operations that were asked for below another version, until one of them was known there. */
  private readonly mounts = new Map<string, { readonly asked: string[]; known: boolean }>();
  private readonly leftOut = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();
  private file: Promise<PublicFile | null> | null = null;
  private readonly templates = new Map<string, Promise<Template>>();
  private readonly headTemplates = new Map<string, Promise<Shot>>();

  constructor(
    readonly origin: Origin,
    readonly sender: Sender,
    public materials: Materials,
    private readonly probes: readonly Probe[],
    readonly tokenScheme: string,
    /** The one way of the token, when it is known. */
    readonly fixedWay: TokenWay | null,
    /** Everything that must never be recorded; the sender reads it with every request. */
    private readonly secrets: string[],
    private readonly renewToken: (() => Promise<string | null>) | null,
    /** What will be asked. */
    private readonly targets: readonly Target[],
    private readonly listener: KeyListener | null,
    /** No other token of the user asks operations of its own. */
    private readonly only = true,
    private readonly wanted: WantedFile | null = null,
    /** Operations of the API, those that are not asked among them. */
    private readonly operations = targets.length,
  ) {}

  /** A fresh token in the place of the one that died. False when there is none. */
  async renew(): Promise<boolean> {
    const token = (await this.renewToken?.()) ?? null;
    if (token === null) return false;
    const { granted, intrusion, known } = this.materials;
    this.materials = makeMaterials(token, granted, this.probes, intrusion, known);
    this.secrets.push(...this.materials.secrets);
    return true;
  }

  /** The key that the server hands out for its tokens, once it is known. */
  learnKey(publicKey: PublicKey): void {
    const { valid, granted, intrusion, known } = this.materials;
    this.materials = makeMaterials(valid?.wire ?? null, granted, this.probes, intrusion, { ...known, publicKey });
    this.secrets.push(...this.materials.secrets);
  }

  /** Asks for the file that a probe takes for a key, when the first operation wants it. */
  async learnFile(probe: Probe): Promise<void> {
    if (this.materials.known.publicFile !== undefined) return;
    this.file ??= this.wanted === null ? Promise.resolve(null) : askForFile(this.sender, this.wanted);
    const file = await this.file;
    if (this.materials.known.publicFile !== undefined) return;
    this.materials = withPublicFile(this.materials, probe, file);
    this.secrets.push(...this.materials.secrets);
  }

  /** How often the server has asked an address of ours. */
  get fetched(): number {
    return this.listener?.hits ?? 0;
  }

  /** One after the other: what names an address of ours must not be asked at once, so that it is known for which the server came. */
  alone<T>(ask: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(ask);
    this.turn = turn.catch(() => {});
    return turn;
  }

  /** Operations that were begun. */
  get begun(): number {
    return this.started.size;
  }

  begin(target: Target): void {
    this.started.add(target.id);
  }

  /** What was asked for others at this operation will be asked again. */
  forget(target: Target): void {
    for (const asked of [this.denialGroups, this.collections, this.refusals])
      for (const [key, id] of asked) if (id === target.id) asked.delete(key);
    for (const [key, { id }] of this.groups) if (id === target.id) this.groups.delete(key);
  }

  /** Whether a rarer probe has room: all requests of a run stay at eight an operation on average. */
  hasRoomFor(probe: Probe): boolean {
    const { targets, begun, sender, materials } = this;
    const { made } = probe.sends;
    if (needsKey(probe) || needsPublicKey(probe))
      return (targets.length <= FEW_OPERATIONS && sender.count < FEW_REQUESTS_WITH_KEY) || this.hasRoomAtTheEnd();
    const most = made && materials.selfMade(made).length > 0 ? REQUESTS_BEFORE_SELF_MADE : REQUESTS_BEFORE_RARE;
    if (sender.count >= Math.max(FEW_REQUESTS, most * begun)) return false;
    return made === undefined || targets.length <= FEW_OPERATIONS || this.hasRoomAtTheEnd();
  }

  /** Further words come last: a short run that is the only one need not save them, others have what is left of eight an operation. */
  get hasRoomForWords(): boolean {
    const { only, targets, sender } = this;
    if (!only) return sender.count < REQUESTS_BESIDE_OTHERS * targets.length;
    return targets.length <= FEW_OPERATIONS ? sender.count < FEW_REQUESTS_WITH_WORDS : this.hasRoomAtTheEnd();
  }

  /** When all else was asked: what is left for operations for which others were asked, a handful of which need not save. */
  get hasRoomForMembers(): boolean {
    const { only, targets, sender } = this;
    if (!only || targets.length > A_HANDFUL) return this.hasRoomForWords;
    return sender.count < REQUESTS_OF_A_HANDFUL;
  }

  /** @param sent those that were asked already */
  hasRoomForOptions(sent: number): boolean {
    return this.hasRoomForWords && sent < Math.max(FEW_OPTIONS, OPTIONS_PER_OPERATION * this.begun);
  }

  /** Whether what each operation is asked beside the usual tokens leaves the others these: where nothing is told apart, that is much. */
  get hasRoomBesideTheOthers(): boolean {
    const { only, targets, operations, begun, sender } = this;
    // With several tokens the operations that need little stand beside others.
    if (!only || targets.length <= FEW_OPERATIONS) return true;
    const waiting = Math.min(targets.length, targets.length - begun + OPERATIONS_AT_ONCE);
    return sender.count + FEWEST_OF_AN_OPERATION * waiting + REQUESTS_OF_THE_END < REQUESTS_IN_ALL * operations;
  }

  /** Whether there is room beside all that is still to come: groups are known beforehand where source or document tell. */
  private hasRoomAtTheEnd(): boolean {
    const { targets, sender } = this;
    const waiting = targets.filter(({ id }) => !this.started.has(id));
    const toCome = REQUESTS_OF_AN_OPERATION * waiting.length + REQUESTS_OF_A_GROUP * this.groupsAmong(waiting);
    return sender.count + toCome + REQUESTS_OF_THE_END < REQUESTS_IN_ALL * targets.length;
  }

  /** Groups of these operations that none was asked for. What nobody told apart counts as one until it is asked. */
  private groupsAmong(waiting: readonly Target[]): number {
    const unnamed = [...this.groups.keys()].some((key) => key.startsWith(BY_ANSWERS));
    const keys = waiting
      .filter(isSafe)
      .map((target) => doorKey(target))
      .filter((key) => (key === null ? !unnamed : !this.groups.has(key)));
    return new Set(keys).size;
  }

  /** The same for requests in other words: where a gate stands in front of the routes they have room of their own. */
  hasRoomForVariants(probe: Probe, gate: Gate): boolean {
    if (gate !== 'front') return this.hasRoomFor(probe);
    return this.variants < Math.max(FEW_VARIANTS, VARIANTS_PER_OPERATION * this.begun);
  }

  /** Versions have room of their own: they are asked only where source or document name them. */
  get hasRoomForVersions(): boolean {
    return this.inVersions < Math.max(FEW_VARIANTS, VERSIONS_PER_OPERATION * this.begun);
  }

  /** So have methods that a header names: they are asked only where the source reads one. */
  get hasRoomForOverrides(): boolean {
    return this.inOverrides < Math.max(FEW_VARIANTS, OVERRIDES_PER_OPERATION * this.begun);
  }

  /** A rarer probe had no room at the operation that was asked for its group. */
  leaveOut(operation: string, probe: Probe): void {
    this.leftOut.add(`${operation} ${probe.id}`);
  }

  wasLeftOut(operation: string, probe: Probe): boolean {
    return this.leftOut.has(`${operation} ${probe.id}`);
  }

  canFire(probe: Probe): boolean {
    return missingFor(probe, this.materials) === null;
  }

  /** True for the first operation of a group of operations that share authenticators or answer alike: it is asked for all. */
  claimGroup(target: Target, log: OperationLog): boolean {
    const key = groupKey(target, log);
    if (this.groups.has(key)) return false;
    this.groups.set(key, { id: target.id, refusals: refusalsText(log) });
    return true;
  }

  /** True for the first operation on a list and its objects, which nearly always are one view: a probe is asked there for both. */
  claimCollection(probe: Probe, target: Target): boolean {
    const key = collectionKey(probe, target);
    if (this.collections.has(key)) return false;
    this.collections.set(key, target.id);
    return true;
  }

  /** The other operation on the same list and its objects that a probe was asked at, if any. */
  askedBeside(probe: Probe, target: Target): string | null {
    const asked = this.collections.get(collectionKey(probe, target)) ?? null;
    return asked === target.id ? null : asked;
  }

  /** True for the first operation of a group that refuses the valid token: one with scopes of the document, and one without. */
  claimRefusal(probe: Probe, target: Target, log: OperationLog): boolean {
    const key = refusalKey(probe, target, log);
    if (this.refusals.has(key)) return false;
    this.refusals.set(key, target.id);
    return true;
  }

  /** The operation that was asked for those of its group that refuse the valid token, if any. */
  askedForRefusal(probe: Probe, target: Target, log: OperationLog): string | null {
    return this.refusals.get(refusalKey(probe, target, log)) ?? null;
  }

  /** Other paths of an operation below other versions; the first few of a mount are asked there, until one is known. */
  versionPaths(target: Target): readonly Variant[] {
    // Whoever has the source knows all routes.
    return target.doorsByDocument === false ? [] : versionPathsOf(this.origin, target, this.targets);
  }

  claimMount(target: Target): boolean {
    const key = mountOf(target);
    if (key === null) return false;
    const mount = this.mounts.get(key) ?? { asked: [], known: false };
    this.mounts.set(key, mount);
    if (mount.known || mount.asked.length >= OPERATIONS_OF_A_MOUNT) return false;
    mount.asked.push(target.id);
    return true;
  }

  /** The other version answered something else than that it knows no such path. */
  closeMount(target: Target): void {
    const mount = this.mounts.get(mountOf(target) ?? '');
    if (mount) mount.known = true;
  }

  /** The operations that were asked below other versions for the mount of this one. */
  askedForMount(target: Target): readonly string[] {
    return this.mounts.get(mountOf(target) ?? '')?.asked ?? [];
  }

  /** True for the first operation of a folder whose refusals are alike: it is asked in other words for all. */
  claimDenial(target: Target, log: OperationLog): boolean {
    const key = denialGroup(target, log);
    if (this.denialGroups.has(key)) return false;
    this.denialGroups.set(key, target.id);
    return true;
  }

  /** The operation that was asked in other words for those that are denied like this one, if any. */
  askedInOtherWords(target: Target, log: OperationLog): string | null {
    return this.denialGroups.get(denialGroup(target, log)) ?? null;
  }

  /** Gives a group back whose operation did not answer, so that the next one is asked. */
  releaseGroup(target: Target, log: OperationLog): void {
    this.groups.delete(groupKey(target, log));
  }

  /** The operation that was asked for the group of this one, if any. */
  askedFor(target: Target, log: OperationLog): string | null {
    return this.groups.get(groupKey(target, log))?.id ?? null;
  }

  /** Whether an operation refuses as the one does that was asked for its group. */
  isRefusedLike(target: Target, log: OperationLog): boolean {
    return this.groups.get(groupKey(target, log))?.refusals === refusalsText(log);
  }

  /** How the server answers a made-up path beside this one; asked once for each prefix. */
  template(path: string, socket = false): Promise<Template> {
    const { prefix: folder, path: made } = siblingPath(path, `unlatched-${randomBytes(6).toString('hex')}`);
    const prefix = socket ? `socket ${folder}` : folder;
    const known = this.templates.get(prefix);
    if (known) return known;
    const asked = socket ? this.askSocketTemplate(made) : this.askTemplate(made);
    this.templates.set(prefix, asked);
    return asked;
  }

  private async askTemplate(path: string): Promise<Template> {
    let shot = await this.askMadeUp('GET', path);
    // One server error may be an accident; the second time it is how the server is.
    if (shot.answer === null || shot.answer.status >= 500) shot = await this.askMadeUp('GET', path);
    if (shot.answer === null || shot.answer.status >= 500) return { state: 'unknown', shape: null, exchange: shot.exchange };
    const success = shot.answer.status >= 200 && shot.answer.status < 300;
    const refused = shot.class === 'DENIED' ? { refused: shot.answer.status } : {};
    return { state: 'asked', shape: success ? shapeOf(shot.answer) : null, exchange: shot.exchange, ...refused };
  }

  /** Servers end a handshake with a path that they do not know in their own ways, an error or a cut among them. */
  private async askSocketTemplate(path: string): Promise<Template> {
    const { answer, class: found, exchange } = await this.askMadeUp('GET', path, true);
    return { state: 'asked', shape: answer?.status === 101 && found === 'REACHED' ? shapeOf(answer) : null, exchange };
  }

  /** HEAD of a made-up path; asked once for each prefix. */
  headTemplate(path: string): Promise<Shot> {
    const { prefix, path: made } = siblingPath(path, `unlatched-${randomBytes(6).toString('hex')}`);
    const asked = this.headTemplates.get(prefix) ?? this.askMadeUp('HEAD', made);
    this.headTemplates.set(prefix, asked);
    return asked;
  }

  private async askMadeUp(method: string, path: string, socket = false): Promise<Shot> {
    const message = { probe: 'made-up-path', operation: null, method, path, query: [], credential: NO_CREDENTIAL };
    const sent = await this.sender.send({ ...message, ...(socket ? { socket } : {}) });
    return readShot(sent, { origin: this.origin, valid: null, softNotFound: null, knownDenials: new Set() }, this.sender);
  }
}

/**
 * Operations with the same authenticators ask one door. Without source, those are taken for alike whose denials are:
 * status, challenge and words.
 */
function groupKey(target: Target, log: OperationLog): string {
  return doorKey(target) ?? `${BY_ANSWERS}${denialText(log)} ${namesRead(target)}`;
}

const BY_ANSWERS = 'answers ';

/** The group of an operation whose authenticators are known before it is asked, else null. */
function doorKey(target: Target): string | null {
  if (target.authenticators.length === 0) return null;
  return `authenticators ${target.authenticators.map(({ name }) => name).join(' ')} ${namesRead(target)}`;
}

function namesRead({ queryNames, headerNames }: Target): string {
  return [...queryNames, ...headerNames].sort().join(',');
}

function refusalKey({ id }: Probe, target: Target, log: OperationLog): string {
  return `${id} ${target.scopes ? 'scopes' : ''} ${groupKey(target, log)}`;
}

/** Status, challenge and words of the refusal. */
function denialText(log: OperationLog): string {
  const answer = log.none?.first.answer;
  const challenge = answer ? (headerOf(answer, 'www-authenticate') ?? '') : '';
  const body = answer?.kind === 'json' ? JSON.stringify(answer.json).slice(0, 500) : (answer?.kind ?? '');
  return `${answer?.status} ${challenge} ${body}`;
}

/** How no token and a made-up one are refused: status, challenge, names of the headers, and the body but for its numbers. */
function refusalsText({ none, garbage }: OperationLog): string {
  return [none, garbage].map((entry) => refusalText(entry?.first.answer ?? null)).join('\n');
}

function refusalText(answer: Answer | null): string {
  if (answer === null) return 'none';
  const names = [...new Set(answer.headers.map(([name]) => name.toLowerCase()))].filter((name) => name !== 'age').sort();
  const words = answer.kind === 'json' ? JSON.stringify(answer.json).slice(0, 500) : (answer.kind ?? '');
  // Times, numbers of requests and the like differ from one refusal to the next.
  return `${answer.status} ${headerOf(answer, 'www-authenticate') ?? ''} ${names} ${words.replace(/[\w-]*\d[\w-]*/g, '#')}`;
}

/** True where no source tells what code takes the tokens: then operations may differ that answer alike. */
export function isDoorUnknown({ authenticators, doorsByDocument }: Target): boolean {
  return doorsByDocument ?? authenticators.length === 0;
}

/** One gate in front of a folder refuses everything in it in the same words. */
function denialGroup(target: Target, log: OperationLog): string {
  return `denied ${denialText(log)} ${denialFolder(target)}`;
}

/** Methods that must not change anything (RFC 9110 section 9.2.1); `*` is asked with GET. */
export function isSafe({ method }: Target): boolean {
  return ['*', 'GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase());
}

/** What is guarded as one where the guard looks at paths: two names deep. */
export function denialFolder({ path }: Target): string {
  return path.split('{', 1)[0]!.split('/').slice(0, 3).join('/');
}

/** `/orders/` and `/orders/{id}/` are one. */
function collectionKey(probe: Probe, target: Target): string {
  return `${probe.id} ${target.path.replace(/\{[^{}/]*\}\/?$/, '')}`;
}
