/**
 * The attacker's world while one probe is fired: what the probe fixes about the request is concrete, everything else is the
 * attacker's choice; what lies outside of the code answers adversarially.
 */

import { ownSite } from '../../interpreter/calls.ts';
import {
  derived,
  FALSE,
  int,
  NONE,
  type PyBytes,
  type PyInst,
  type PyStr,
  type PyUnknown,
  sameValue,
  str,
  TRUE,
  unknown,
  type Value,
} from '../../interpreter/values.ts';
import type { StepNote, VM } from '../../interpreter/vm.ts';
import { asked } from '../../interpreter/watched.ts';
import type { MadeToken } from '../../model/probe.ts';
import type { Site } from '../../python/syntax.ts';
import { CredentialTexts, isDigestOfNothing, type Material } from './credential-texts.ts';
import type { Leaf } from './routes.ts';
import { isKeptSecret, isRowSecret, isSecretName, isTypedCode, namesUser } from './secret-columns.ts';
import { type Asked, chosen, MADE, type ReadKind, type RequestFacts, sent, UNSIGNED, VALID } from './sent.ts';

/** Names under which issuers write what a token is for. */
const USE_CLAIMS = ['token_type', 'type', 'typ', 'token_use', 'use', 'kind', 'purpose'];
/** Long before any present moment, in seconds since the epoch. */
const PAST = 86_400;
const LONG_AGO = 'a moment long ago';

export class World {
  request: RequestFacts | null = null;
  /** The path of the request, where it is a value that several requests share. */
  path: Value | null = null;
  /** The routes below the root. */
  leaves: readonly Leaf[] = [];
  /** Requests that middleware gives another URLconf: whether they are followed, and whether one was left out. */
  readonly otherRoutes = { areFollowed: false, wereLeft: false };
  /** The `ResolverMatch` of the operation that is judged. */
  match: Value | null = null;
  /** Its method, where several requests share that. */
  method: Value | null = null;
  /** What was asked of the request so far, by whichever ways. */
  asked: Asked = new Map();
  /** Paths whose view or route is called like a login: who is sent there is turned away. */
  loginPaths: ReadonlySet<string> = new Set();
  /** Where something was looked up by a secret of the caller's, beside the credential of the probe. */
  secretAsked: { readonly site: Site | null; readonly isShort?: boolean } | null = null;
  /** Values that the user gave for environment variables: an attacker has not read them. */
  private hidden: ReadonlySet<string> = new Set();
  /** What columns hold of which everything is short enough to be typed in by hand. */
  readonly typed = new WeakSet<PyUnknown>();
  /** What columns hold that have to be filled. */
  readonly neverBlank = new WeakSet<PyUnknown>();
  /** The rows of users whom a probe has switched off. */
  readonly switchedOff = new WeakSet<PyInst>();
  /** What the path under way has found out; forks undo it as they undo any change of an object. */
  private readonly way: { verified: Value } = { verified: FALSE };
  /** Which texts are the credential of the request, or made of it. */
  readonly texts = new CredentialTexts(() => this.request?.probe ?? null);

  constructor(private readonly vm: VM) {}

  /** Notes that the answer rests on the model of the world, so that a rejection needs the positive control. */
  rests(text: string, more: object = {}): void {
    if (this.vm.firing)
      this.vm.explorer.note({ kind: 'note', text, site: ownSite(this.vm, null), data: { fact: true, ...more } } satisfies StepNote);
  }

  /** The token that the probe made, or null. */
  private get made(): MadeToken | null {
    const sends = this.request?.probe.sends;
    return sends?.material === 'made' ? (sends.made ?? null) : null;
  }

  /** True for the probes whose credential a right server accepts somewhere. */
  get isValid(): boolean {
    return this.request?.probe.sends.material === 'valid';
  }

  /**
   * What the request has under a name: a value, null for "not there", or an unknown that the attacker chooses
   * (which may also be left away: the caller forks).
   */
  read(kind: ReadKind, name: string, site: Site | null = null): Value | null | PyUnknown {
    const { request } = this;
    if (!request) return chosen(kind, name);
    this.asked.set(`${kind}:${name}`, { kind, name });
    if (this.vm.firing)
      this.vm.explorer.note({
        kind: 'note',
        text: `reads ${kind} ${name}`,
        site: ownSite(this.vm, site),
        data: { reads: `${kind}:${name}` },
      } satisfies StepNote);
    return sent(request, kind, name);
  }

  /** Whether the body is a form in which the probe's credential stands. */
  get hasForm(): boolean {
    this.asked.set('form', { kind: 'form', name: null });
    return this.request?.probe.sends.place === 'form';
  }

  /** A value that the attacker may send or leave away; the fork is keyed by the name. Each request has a Host (RFC 9112 section 3.2). */
  chosen(value: PyUnknown, otherwise: Value): Value {
    if (value.symbol.toLowerCase() === 'header:host') return value;
    const way = this.vm.fork(value, 'is sent', [`${value.symbol} is not sent`, `${value.symbol} is sent`]);
    return way === 1 ? value : otherwise;
  }

  /**
   * Whether a look-up finds a row. The valid token finds its row, other credentials of the probe find none, what the attacker
   * chooses finds a row by an identifier and none by a secret; everything else may be either way.
   * @param table tells the model from others of its name
   */
  found(
    model: string,
    filters: readonly { path: string; lookup: string; value: Value }[],
    mayBe: (what: 'null' | 'blank' | 'word' | 'long', field: string) => boolean = () => true,
    table = model,
  ): boolean {
    const about = unknown(
      'world',
      `db:${table}:${filters.map((f) => `${f.path}__${f.lookup}=${this.vm.identified(f.value)}`).join(',')}`,
      `whether there is such a ${model}`,
      null,
    );
    // All questions about the same rows have the same answer.
    const fork = () => this.vm.fork(about, 'finds a row', [`no ${model} matches`, `a ${model} matches`]) === 1;
    // Whether a table has any row is asked both ways; nothing that the caller sent is compared.
    const fact = filters.length > 0;
    this.rests(`looks up ${model} by ${filters.map((f) => f.path).join(', ') || 'nothing'}`, { fact });
    // What a column is not to hold, no row has in it.
    const isExcluded = (one: { path: string; lookup: string; value: Value }) =>
      one.lookup === 'exact' && filters.some((f) => f.lookup === 'not exact' && f.path === one.path && sameValue(f.value, one.value));
    if (filters.some(isExcluded)) return false;
    for (const { path, lookup, value } of filters) {
      if (!this.request) break;
      const negated = lookup.startsWith('not ');
      const text = value.k === 'str' || value.k === 'bytes' ? value : null;
      const kind = this.materialOf(value);
      if (kind === 'valid' || this.startsToken(value)) continue;
      const exact = lookup === 'exact' || lookup === 'iexact';
      const answer = this.ofInactive(path, value, filters);
      if (answer !== null) {
        if (answer) continue;
        return negated;
      }
      if (kind === 'user' && exact) {
        if (!negated && !namesUser(path)) return false;
        continue;
      }
      if (kind === 'prefix' && /^i?(startswith|contains)$/.test(lookup.replace(/^not /, ''))) continue;
      if (kind === 'made' && this.isVerified) return this.stillStored(model);
      if (
        (kind === 'garbage' || kind === 'tampered' || kind === 'prefix' || kind === 'made') &&
        (exact || PARTIAL.has(lookup.replace(/^not /, '')))
      )
        return negated;
      // Text of some length is not part of a secret by chance; short text may be.
      if (PARTIAL.has(lookup.replace(/^not /, '')) && isSecretName(path) && text && asked(text, isLong)) return negated;
      if (lookup === 'isnull' && value.k === 'bool' && value.v && !mayBe('null', path)) return negated;
      // A word that everybody knows is nobody's secret; no word at all is one only where the column may be empty.
      if (exact && value.k === 'str' && (isSecretName(path) || !mayBe('word', path)) && !asked(value, isEmptyText)) return negated;
      if (exact && value.k === 'none' && !mayBe('null', path)) return negated;
      if (exact && value.k === 'str' && asked(value, isEmptyText) && !mayBe('blank', path)) return negated;
      if (value.k === 'unknown' && value.origin === 'attacker' && exact && isSecretName(path)) {
        // Asked as `if not key:` asks, so that a look-up after such a test knows its answer.
        const isEmpty = !this.vm.truth(value, null);
        // Whoever calls this has to know something that nobody can guess.
        if (!negated && !isEmpty) {
          const isShort = isTypedCode(`${model}.${path}`, !mayBe('long', path));
          this.secretAsked ??= { site: ownSite(this.vm, null), isShort };
        }
        if (!isEmpty || !(mayBe('null', path) || mayBe('blank', path))) return negated;
      }
    }
    const isValid = (value: Value) => {
      const kind = this.materialOf(value);
      return kind === 'valid' || kind === 'prefix' || this.startsToken(value);
    };
    const settled = (f: { path: string; value: Value }) => isValid(f.value) || this.ofInactive(f.path, f.value, filters) === true;
    const valid = filters.some((f) => isValid(f.value));
    const others = filters.filter((f) => !settled(f));
    if (valid && others.every((f) => f.value.k !== 'unknown' || f.value.origin !== 'attacker')) return true;
    return fork();
  }

  /** Which credential of the probe a text is; null for other values. */
  materialOf(value: Value): Material | null {
    return value.k === 'str' || value.k === 'bytes' ? asked(value, (text) => this.texts.materialIn(text)) : null;
  }

  private startsToken(value: Value): boolean {
    return (value.k === 'str' || value.k === 'bytes') && asked(value, (text) => this.texts.startsToken(text));
  }

  /** Whether a condition on a user's `is_active` holds, where the probe fixes it; null for other conditions and probes. */
  private ofInactive(path: string, value: Value, filters: readonly { path: string; value: Value }[]): boolean | null {
    if (this.request?.probe.sends.owner !== 'inactive' || value.k !== 'bool' || !/(^|__)is_active$/.test(path)) return null;
    return this.isOwner(filters.filter((f) => f.path !== path).map((f) => f.value)) ? !value.v : null;
  }

  /** Whether a row that was looked up by these values is the owner of the token: what every request asks for alike is not. */
  private isOwner(values: readonly Value[]): boolean {
    const isConstant = (value: Value) =>
      value.k === 'none' ||
      value.k === 'bool' ||
      value.k === 'num' ||
      ((value.k === 'str' || value.k === 'bytes') && this.materialOf(value) === null);
    return values.some((value) => !isConstant(value));
  }

  /** Whether a signature of a token that the probe made was found to be good on the way. */
  private get isVerified(): boolean {
    return this.vm.force(this.way.verified, null) === TRUE;
  }

  /** A token that was issued may also be kept in a table, but for how long is the project's affair. */
  private stillStored(model: string): boolean {
    const about = unknown('opaque', `stored token of ${model}`, 'whether the token is still stored', null);
    return this.vm.fork(about, 'is stored', [`no ${model} holds the token`, `a ${model} holds the token`]) === 1;
  }

  /** Whether a cache holds an entry under a key: the one of the valid token, never that of another credential of the probe. */
  cached(key: Value): boolean {
    this.rests('looks up a key in the cache');
    // Nothing is kept for somebody without a name.
    if (key.k === 'none') return false;
    if (key.k === 'str' || key.k === 'bytes') {
      if (asked(key, (text) => this.texts.namesNobody(text))) return false;
      const of = asked(key, (text) => this.texts.materialAmong(text));
      if (of === 'valid') return true;
      if (of === 'made' && this.isVerified) return this.stillStored('cache');
      if (of !== null) return false;
    } else if (key.k === 'unknown') {
      // What becomes of the credential is not known, so the entry may be somebody else's, or nobody's.
      const isMade = this.texts.isMadeOfSent(key.symbol);
      if (isMade || key.origin === 'opaque') return (isMade && this.isValid) || this.stillStored('cache');
    }
    const about = unknown('world', `cache:${this.vm.identified(key)}`, 'whether the cache holds a key', null);
    return this.vm.fork(about, 'is cached', [`the cache has no ${about.symbol.slice(6)}`, `the cache has ${about.symbol.slice(6)}`]) === 1;
  }

  /** Equality of an unknown with something, where the adversary's knowledge decides it. */
  equal(about: PyUnknown, other: Value): boolean | null {
    if (!this.request) return null;
    if (about.origin === 'secret' || (other.k === 'unknown' && other.origin === 'secret')) this.rests(`compares with ${about.symbol}`);
    if (about.origin === 'secret') {
      if (other.k === 'str' || other.k === 'bytes') {
        const { start, end } = about.frame ?? { start: '', end: '' };
        const kind = this.texts.materialIn(other.v.slice(start.length, other.v.length - end.length));
        if (kind === 'valid') return true;
        // What the probe sends is nobody's secret, alone or with something around it.
        const { literal } = this.texts;
        const sent = literal === null ? [] : [literal, `${this.request.scheme} ${literal}`.trim()];
        if (other.v.includes(VALID) || sent.includes(other.v.trim().replace(/\s+/g, ' '))) return false;
        return kind === null && other.v !== '' ? null : false;
      }
      if (other.k === 'none') return false;
    }
    if (
      other.k === 'unknown' &&
      [about, other].some(({ origin }) => origin === 'secret') &&
      [about, other].some(({ origin }) => origin === 'attacker')
    ) {
      this.secretAsked ??= { site: ownSite(this.vm, null) };
      return false;
    }
    if (other.k === 'unknown' && this.isGuess(about, other)) return false;
    if (about.origin === 'world' && (other.k === 'str' || other.k === 'bytes')) {
      // No row holds what was made up for the probe, or a digest of nothing.
      const kind = this.materialOf(other);
      if (
        ['garbage', 'tampered', 'prefix', 'user'].includes(kind ?? '') ||
        (kind === 'made' && !this.isVerified) ||
        asked(other, isDigestOfNothing)
      ) {
        this.rests(`compares with ${about.symbol}`);
        return false;
      }
      if (isRowSecret(about) && kind === null && this.request && this.isNobodys(about, other)) {
        this.rests(`compares with ${about.symbol}`);
        return false;
      }
    }
    return null;
  }

  /** Values that the user gave for environment variables. Where one is a key that requests are asked for, the right token is that key. */
  hide(values: readonly string[]): void {
    this.hidden = new Set(values);
    const isKey = (one: string, other: string) =>
      one.length >= SHORTEST_KEY && this.hidden.has(one) && this.texts.materialIn(other) === 'valid';
    if (values.length > 0) this.vm.hooks.sameText = (one, other) => this.isValid && (isKey(one, other) || isKey(other, one));
  }

  /** Whether a text is not in the secret column of any row: none at all where the column has to be filled, or what the probe made up. */
  private isNobodys(column: PyUnknown, text: PyStr | PyBytes): boolean {
    if (asked(text, isEmptyText)) return this.neverBlank.has(column);
    const { literal } = this.texts;
    return asked(text, (letters) => letters.includes(VALID) || (literal !== '' && letters.trim() === literal));
  }

  /** Whether a value, or a piece of it, may be an unknown; null where it may. What was made up for the probe is part of no secret. */
  contains(about: PyUnknown, piece: Value): boolean | null {
    if (!this.request || about.origin !== 'world' || (piece.k !== 'str' && piece.k !== 'bytes')) return null;
    const kind = this.materialOf(piece);
    const { literal } = this.texts;
    const isMadeUp =
      kind === 'garbage' ||
      kind === 'tampered' ||
      (kind === 'made' && !this.isVerified) ||
      (kind === null && asked(piece, (text) => text.includes(VALID) || (literal !== null && isLong(literal) && text.trim() === literal)));
    if (!isMadeUp) return null;
    this.rests(`compares with ${about.symbol}`);
    return false;
  }

  /** Whether a secret of a row is compared with what the caller chose, as where a row is looked up by it (`found`). */
  private isGuess(a: PyUnknown, b: PyUnknown): boolean {
    const isSecret = (one: PyUnknown) => isRowSecret(one) || isKeptSecret(one);
    const guess = isSecret(a) ? b : isSecret(b) ? a : null;
    const secret = guess === b ? a : b;
    // No text at all may be what stands in the row, where it need not be filled.
    const isFilled = this.neverBlank.has(secret) || isKeptSecret(secret);
    if (guess?.origin !== 'attacker' || (!isFilled && !this.vm.truth(guess, null))) return false;
    this.rests(`compares with ${secret.symbol}`);
    const isShort = isKeptSecret(secret) || isTypedCode(secret.symbol, this.typed.has(secret));
    this.secretAsked ??= { site: ownSite(this.vm, null), isShort };
    return true;
  }

  /**
   * What `jwt.decode` and friends find out about the signature.
   * @param key the key that they verify with
   * @param algorithms the algorithms that they allow, or null for any
   */
  verifyToken(token: Value, key: Value, algorithms: Value | null): Signature | null {
    this.rests('verifies a signature', { key: this.keyFacts(key, algorithms) });
    if (token.k === 'unknown') return null;
    const text = token.k === 'str' || token.k === 'bytes' ? token.v : '';
    const kind = this.texts.materialIn(text);
    if (kind === 'valid') return 'ok';
    if (kind === 'tampered') return 'bad-signature';
    const made = kind === 'made' ? this.made : null;
    if (!made) return 'malformed';
    const outcome = this.verifyMade(made, key, algorithms);
    if (outcome === 'ok' && made.signed === 'issuer') this.vm.heap.setField(this.way, 'verified', TRUE);
    return outcome;
  }

  /** Whose key it is: that of an asymmetric pair serves everybody who trusts the issuer. */
  private keyFacts(key: Value, algorithms: Value | null): { kind: 'own' | 'shared'; text: string | null } {
    const text = key.k === 'str' || key.k === 'bytes' ? key.v : null;
    const names = algorithms === null ? null : this.namesIn(algorithms);
    const shared = (names?.length && names.every((name) => !name.startsWith('HS'))) || (key.k === 'unknown' && /provider/.test(key.symbol));
    return { kind: shared ? 'shared' : 'own', text };
  }

  private verifyMade(made: MadeToken, key: Value, algorithms: Value | null): Signature {
    if (made.signed === 'issuer') return 'ok';
    const names = algorithms === null ? null : this.namesIn(algorithms);
    if (names && !names.some((name) => (made.signed === 'nobody' ? /^none$/i.test(name) : name === 'HS256'))) return 'bad-algorithm';
    const text = key.k === 'str' || key.k === 'bytes' ? key.v : null;
    // Since PyJWT 2 and its like a key that looks like one of another family is refused for an HMAC.
    if (text !== null && /^\s*(-----BEGIN|ssh-(rsa|ed25519))/.test(text)) return 'no-key';
    if (made.signed === 'nobody') return key.k === 'none' || text === '' ? 'bad-signature' : 'no-key';
    if (made.signed === 'public-key') return key.k === 'unknown' || text !== null ? 'bad-signature' : 'no-key';
    return text !== null && !this.hidden.has(text) ? 'ok' : 'bad-signature';
  }

  /** The words of a list, or null when one of them is not known. */
  private namesIn(list: Value): readonly string[] | null {
    if (list.k === 'str') return [list.v];
    if (list.k !== 'list' && list.k !== 'tuple' && list.k !== 'set') return null;
    const items = this.vm.iterate(list, null);
    const names = items.items.map((item) => this.vm.force(item, null));
    return items.fuzzy || names.some((name) => name.k !== 'str') ? null : names.map((name) => (name.k === 'str' ? name.v : ''));
  }

  /** The algorithm that the header of a token names. */
  algorithmOf(token: Value): string {
    const text = token.k === 'str' || token.k === 'bytes' ? token.v : '';
    return text.startsWith(UNSIGNED.split('.', 1)[0]!) ? 'none' : 'HS256';
  }

  /** The claims of a token, read without any check; null when it is no token. */
  claims(token: Value): { readonly known: readonly (readonly [string, Value])[]; readonly others: PyUnknown } | null {
    if (this.vm.firing)
      this.vm.explorer.note({
        kind: 'note',
        text: 'reads the claims of the token',
        site: ownSite(this.vm, null),
        data: { claims: true },
      } satisfies StepNote);
    if (token.k === 'unknown') return { known: [], others: derived(token, ':claims') };
    const text = token.k === 'str' || token.k === 'bytes' ? token.v : '';
    const issued = unknown('world', 'claims of the valid token', 'what the login wrote into the token', null);
    const forged = unknown('attacker', 'claims of a forged token', 'chosen by whoever made the token', null);
    switch (this.texts.materialIn(text)) {
      case 'valid':
        return { known: [], others: issued };
      case 'tampered':
        return { known: [], others: forged };
      case 'made':
        return { known: this.knownClaims(), others: this.made?.signed === 'issuer' ? issued : forged };
      default:
        return null;
    }
  }

  /** The claims that a text of JSON holds, where it is the readable part of a token that the probe sends. */
  claimsIn(text: string): ReturnType<World['claims']> {
    const sent = this.request ? this.texts.material : null;
    const token = sent?.startsWith(VALID) ? VALID : sent;
    if (!token?.includes('.') || text !== decode(token.split('.')[1]!)) return null;
    return this.claims(str(token));
  }

  /** The signature under the readable part of a token, as whoever has the right key makes it; null for other texts. */
  signatureOf(text: string, key: Value): string | null {
    if (!this.request) return null;
    if (text === withoutSignature(VALID)) {
      return decode(VALID.split('.')[2]!);
    }
    if (text !== withoutSignature(MADE) || !this.made) return null;
    return this.verifyToken(str(MADE), key, null) === 'ok' ? decode(MADE.split('.')[2]!) : 'the signature of another key';
  }

  /** The claims that the probe fixes; None for one that is not there, as `.get` gives it. */
  private knownClaims(): readonly (readonly [string, Value])[] {
    const made = this.made;
    const known: (readonly [string, Value])[] = [];
    if (made?.expiry === 'past') known.push(['exp', int(PAST)]);
    if (made?.expiry === 'none') known.push(['exp', NONE]);
    if (made?.audience) known.push(['aud', str('another-service')]);
    if (made?.issuer) known.push(['iss', str('https://another-issuer.invalid')]);
    if (made?.use) for (const name of USE_CLAIMS) known.push([name, str(made.use)]);
    return known;
  }

  /** Order of two values where one is the present moment and the other a time that the probe fixes; null when that is not so. */
  order(left: Value, right: Value): number | null {
    const isNow = (value: Value) =>
      value.k === 'unknown' && /^(the present (moment|day)|the (time|date)) |^the present moment$/.test(value.reason);
    // A claim that is not there cannot be compared.
    if (this.made?.expiry === 'none' && (left.k === 'none' || right.k === 'none') && (isNow(left) || isNow(right)))
      this.vm.raise('TypeError', 'the time of expiry is missing', null);
    const isPast = (value: Value) => (value.k === 'num' && value.v <= PAST) || (value.k === 'unknown' && value.symbol.startsWith(LONG_AGO));
    if (this.made?.expiry !== 'past') return null;
    if (isPast(left) && isNow(right)) return -1;
    return isNow(left) && isPast(right) ? 1 : null;
  }

  /** What a row of the user model that was looked up by `values` has in a field, where the probe fixes it. */
  fixField(row: PyInst, values: readonly Value[]): void {
    if (this.request?.probe.sends.owner !== 'inactive' || !this.isOwner(values)) return;
    if (!row.cls.mro.some((c) => c.name === 'AbstractBaseUser')) return;
    this.vm.heap.setMap(row.attrs, 'is_active', FALSE);
    this.switchedOff.add(row);
  }

  /** Truth of something unknown, where the probe fixes it. */
  truth(about: PyUnknown): boolean | null {
    if (about.origin === 'attacker' && about.symbol.startsWith(FILLED_PARAMETER)) return true;
    return this.request?.probe.sends.owner === 'inactive' && about.origin === 'world' && about.symbol.endsWith('.is_active') ? false : null;
  }
}

/** Begins the symbol of a path parameter that is not empty. */
export const FILLED_PARAMETER = 'path:a non-empty ';

const decode = (part: string) => Buffer.from(part, 'base64url').toString('latin1');
const withoutSignature = (token: string) => token.slice(0, token.lastIndexOf('.'));

/** What the verification of a signature comes to. */
export type Signature = 'ok' | 'bad-signature' | 'malformed' | 'bad-algorithm' | 'no-key';

/** Shorter values of the environment are switches and names. */
const SHORTEST_KEY = 8;

/** Text that is not part of a secret by chance. */
const isLong = (text: string) => text.length >= 4 || /\s/.test(text);
const isEmptyText = (text: string) => text === '';

/** Look-ups that match part of a text. */
const PARTIAL = new Set(['startswith', 'istartswith', 'endswith', 'iendswith', 'contains', 'icontains']);
