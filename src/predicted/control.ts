/**
 * The positive control: the valid token, in the form in which an operation takes it. A rejection says something where this one gets in; other
 * tokens travel in the same form.
 */
import { attempt } from '../frameworks/django/attempt.ts';
import { type Asked, maySayWho, namesCredential } from '../frameworks/django/sent.ts';
import { NONE } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { Probe } from '../model/probe.ts';
import { probe as validToken } from '../probes/valid-token.ts';
import type { BoundRow } from './bind.ts';
import { type Shot, takesToken } from './conclude.ts';
import { LABEL, NOBODYS_WORD, SCHEME, SchemeWords } from './scheme-words.ts';

/** Operations of one pair of policies that are asked before the control counts as not to be had. */
const TRIES_OF_A_PAIR = 3;

/** What the control needs of whoever fires probes. */
export interface Shots {
  withoutToken(row: BoundRow): Shot;
  withToken(row: BoundRow): Shot;
  /** Sends the valid token once: behind a word, or `elsewhere` than in Authorization. */
  send(row: BoundRow, scheme: string, elsewhere: boolean): Shot;
}

/** How the token travels; `scheme` is missing where no form gets in, and `words` are then those that code was seen to want. */
export interface Form {
  readonly scheme: string | undefined;
  readonly elsewhere: boolean;
  readonly words: readonly string[];
}

export class Control {
  private readonly schemes = new Map<BoundRow, string>();
  private readonly words: SchemeWords;
  private readonly labels: SchemeWords;
  /** Rows that take the valid token from another place than Authorization. */
  private readonly elsewhere = new Set<BoundRow>();
  /** Words that code in front of a row compares with, and behind which the valid token did not get in. */
  private readonly wanted = new Map<BoundRow, readonly string[]>();
  /** Words that decorators and middleware were found to want: those of one project mostly want the same. */
  private readonly ofDecorators = new Set<string>();
  private readonly known = new Map<string, { readonly row: BoundRow; readonly shot: Shot; readonly tries: number }>();
  /** Rows without authenticators whose view looks for a credential itself. */
  private readonly asking = new Set<BoundRow>();
  /** Rows where the view or middleware asks for something that may say who is calling. */
  private readonly asksWho = new Set<BoundRow>();
  /** Rows that look for one in another header than Authorization. */
  private readonly otherHeader = new Set<BoundRow>();

  constructor(
    private readonly vm: VM,
    private readonly shots: Shots,
  ) {
    this.words = new SchemeWords(vm, SCHEME);
    this.labels = new SchemeWords(vm, LABEL);
  }

  formOf(row: BoundRow): Form {
    return { scheme: this.schemes.get(row), elsewhere: this.elsewhere.has(row), words: this.wanted.get(row) ?? [] };
  }

  /** Remembers what a request without a token was asked, in all and by the middleware alone. */
  asked(row: BoundRow, all: Asked, byMiddleware: Asked): void {
    if ([...all.values()].some(({ kind, name }) => maySayWho(kind, name))) this.asksWho.add(row);
    for (const [key, { kind, name }] of all) {
      if (!namesCredential(kind, name)) continue;
      if (kind === 'header' && name?.toLowerCase() !== 'authorization') this.otherHeader.add(row);
      if (!row.operation.authenticators?.length && !byMiddleware.has(key)) this.asking.add(row);
    }
  }

  /**
   * The positive control: the first scheme word with which an authenticator takes the valid token and it gets in; where the
   * gate is open, one that gets in anyhow.
   */
  find(row: BoundRow): Shot {
    // A decorator, or lines of the handler: it is that of this row alone.
    if (this.isOwn(row)) return this.trySchemes(row);
    // One control for each pair of authenticators and permissions: that *this* authenticator takes the token is what it shows. Where there
    // is none, an open view shows nothing of one that middleware guards.
    const pair = row.operation.authenticators?.length
      ? pairOf(row, validToken)
      : `${pairOf(row, validToken)} ${this.shots.withoutToken(row).verdict.verdict}`;
    const known = this.known.get(pair);
    if (known && (known.shot.verdict.verdict === 'admits' || known.tries >= TRIES_OF_A_PAIR)) {
      const scheme = this.schemes.get(known.row);
      if (scheme !== undefined) this.schemes.set(row, scheme);
      if (this.elsewhere.has(known.row)) this.elsewhere.add(row);
      return known.shot;
    }
    const shot = this.trySchemes(row);
    this.known.set(pair, { row, shot, tries: (known?.tries ?? 0) + 1 });
    return shot;
  }

  /** Whether a row has no authenticators and asks for no token: who is turned away there has not logged in, and a token is no matter. */
  takesNone(row: BoundRow): boolean {
    if (row.operation.authenticators?.length) return false;
    this.shots.withoutToken(row);
    return !this.asksWho.has(row);
  }

  /** Whether a row has a control of its own: a decorator, or lines of its handler, may look for the credential. */
  isOwn(row: BoundRow): boolean {
    return this.isOwnGate(row) || this.asking.has(row);
  }

  /** Whether no authenticator stands in front of the handler, and the handler itself, or middleware, does not let in whoever has no token. */
  private isOwnGate(row: BoundRow): boolean {
    if (row.operation.authenticators?.length) return false;
    if (row.operation.socket) return true;
    const { verdict, deciding, complains } = this.shots.withoutToken(row);
    return verdict.verdict !== 'admits' && (deciding?.stage === 'handler' || complains === true);
  }

  private trySchemes(row: BoundRow): Shot {
    const usual = this.schemesOf(row);
    const best = this.tryEach(row, usual);
    if (best.verdict.verdict === 'admits' || this.schemes.has(row)) return best;
    // Some take a key from a header of their own, or a token from a cookie.
    const elsewhere = this.shots.send(row, 'Bearer', true);
    if (elsewhere.verdict.verdict === 'admits') {
      this.elsewhere.add(row);
      return elsewhere;
    }
    // What could not be followed with one word cannot with another.
    if (best.isCut) return best;
    const labels = this.otherHeader.has(row) ? this.labels.ask(() => this.shots.send(row, NOBODYS_WORD, true), []) : [];
    const labelled = labels.length > 0 ? this.tryEach(row, labels, true) : best;
    if (labelled.verdict.verdict === 'admits') {
      this.elsewhere.add(row);
      return labelled;
    }
    const words = this.words.ask(() => this.shots.send(row, NOBODYS_WORD, false), usual);
    const other = words.length > 0 ? this.tryEach(row, words) : best;
    if (!this.schemes.has(row)) this.wanted.set(row, words);
    const word = this.schemes.get(row);
    if (other.verdict.verdict === 'admits' && word !== undefined && !row.operation.authenticators?.length) this.ofDecorators.add(word);
    return other.verdict.verdict === 'admits' || this.schemes.has(row) ? other : best;
  }

  /** Sends the token behind each word; remembers the one with which it is taken, or gets in. */
  private tryEach(row: BoundRow, words: readonly string[], elsewhere = false): Shot {
    let best: { readonly shot: Shot; readonly scheme: string } | null = null;
    let most = -1;
    for (const scheme of words) {
      const shot = this.shots.send(row, scheme, elsewhere);
      const taken = shot.deciding !== null && takesToken(shot.deciding);
      const guarded = shot.deciding?.trace.hooks.some((hook) => hook.name === 'authenticate') ?? false;
      if (shot.verdict.verdict === 'admits' && (taken || !guarded)) {
        this.schemes.set(row, scheme);
        return shot;
      }
      const rank = { admits: 2, unknown: 1, rejects: 0, crashes: 0 }[shot.verdict.verdict] + (taken ? 3 : 0);
      if (rank <= most) continue;
      [best, most] = [{ shot, scheme }, rank];
      if (taken) this.schemes.set(row, scheme);
    }
    const { shot, scheme } = best!;
    if (shot.verdict.verdict === 'admits' && !this.schemes.has(row)) this.schemes.set(row, scheme);
    return shot;
  }

  /** Scheme words that the authenticators of a row name as text, after the usual one. */
  private schemesOf(row: BoundRow): readonly string[] {
    const words = new Set([...(row.operation.authenticators?.length ? [] : this.ofDecorators), 'Bearer']);
    for (const instance of row.policy?.authenticators.instances ?? []) {
      if (instance.k !== 'inst') continue;
      for (const name of ['keyword', 'auth_header_prefix', 'www_authenticate_realm', 'scheme']) {
        const value = attempt(this.vm, name, () => this.vm.findAttr(instance, name, null) ?? NONE);
        if (value?.k === 'str' && /^[A-Za-z][\w-]{1,20}$/.test(value.v) && name !== 'www_authenticate_realm') words.add(value.v);
      }
    }
    // Last the token alone, without a word.
    words.add('Token').add('JWT').add('');
    return [...words];
  }

  /**
   * Whether a handler that looks for the credential itself answers whoever has none with complaints alone (400 and the like, and nothing
   * done), and the right token with something else.
   */
  complainsItself(row: BoundRow): boolean {
    const { verdict, demands } = this.shots.withoutToken(row);
    if (!this.asking.has(row) || verdict.verdict !== 'admits' || demands?.turnsAway !== true) return false;
    return this.isServed(row);
  }

  /** Whether the right token gets something done, or another answer than a complaint. What it does elsewhere says nothing of this handler. */
  isServed(row: BoundRow): boolean {
    if (!this.isOwn(row)) return false;
    const { verdict } = this.shots.withToken(row);
    return verdict.verdict === 'admits' && (verdict.effect !== undefined || (verdict.status ?? 400) < 400);
  }
}

/** The pair of authenticators and permissions that a probe meets. */
export function pairOf({ operation: { authenticators, permissions, kind }, policy }: BoundRow, probe: Probe): string {
  // Classes that a function made have one name.
  const classes = policy?.authenticators.instances.map((one) => (one.k === 'inst' ? one.cls.id : one.k)) ?? [];
  return JSON.stringify([kind, probe.id, authenticators, permissions, classes]);
}
