/**
 * The attacker's world while one probe is fired: what the probe fixes about the request is concrete, everything else is the
 * attacker's choice; what lies outside of the code answers adversarially.
 */

import { createHash } from 'node:crypto';
import { ownSite } from '../../interpreter/calls.ts';
import { derived, type PyUnknown, str, unknown, type Value } from '../../interpreter/values.ts';
import type { StepNote, VM } from '../../interpreter/vm.ts';
import type { Probe } from '../../model/probe.ts';
import type { Site } from '../../python/syntax.ts';

/** Text that no store of tokens holds. It looks like what clients send, so that parsers go on with it. */
export const GARBAGE = 'unlatchedgarbage0000000000000000000000000';
/** The one token that is good for everything that a right token is good for; the shape is that of a JWT. */
export const VALID = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1bmxhdGNoZWQifQ.dmFsaWQtc2lnbmF0dXJl';
/** The valid token with another signature. */
export const TAMPERED = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1bmxhdGNoZWQifQ.AmFsaWQtc2lnbmF0dXJl';

/** Names under which code commonly looks for a credential; a probe without one leaves them all away. */
const CREDENTIAL_NAME =
  /^(http_)?(proxy-)?(authori[sz]ation|x?-?(api|auth|access|app|client|service|session|csrf)?-?(key|token|secret|jwt|apikey|sessionid|signature))$/;

/** What the request under way carries. */
export interface RequestFacts {
  readonly probe: Probe;
  readonly method: string;
  readonly path: string;
  /** Word in front of a token in the Authorization header. */
  readonly scheme: string;
  /** The valid token is not in Authorization but in every other place that looks like one for credentials. */
  readonly elsewhere?: boolean;
}

/** How one name was read on the way; rules ask for it. */
export type ReadKind = 'header' | 'query' | 'form' | 'cookie' | 'body';

export class World {
  request: RequestFacts | null = null;
  /** The path of the request, where it is a value that several requests share. */
  path: Value | null = null;
  /** The `ResolverMatch` of the operation that is judged. */
  match: Value | null = null;

  constructor(private readonly vm: VM) {}

  /** Notes that the answer rests on the model of the world, so that a rejection needs the positive control. */
  private rests(text: string): void {
    if (this.vm.firing)
      this.vm.explorer.note({ kind: 'note', text, site: ownSite(this.vm, null), data: { fact: true } } satisfies StepNote);
  }

  /** The credential text of the probe, or null when it carries none. */
  get material(): string | null {
    const sends = this.request?.probe.sends;
    switch (sends?.material) {
      case 'garbage':
        return GARBAGE;
      case 'valid':
        return VALID;
      case 'tampered':
        return TAMPERED;
      case 'literal':
        return sends.literal ?? '';
      default:
        return null;
    }
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
    if (!request) return unknown('attacker', `${kind}:${name}`, 'chosen by whoever sends the request', null);
    const { sends } = request.probe;
    const material = this.material;
    const key = name.toLowerCase().replace(/_/g, '-');
    if (this.vm.firing)
      this.vm.explorer.note({
        kind: 'note',
        text: `reads ${kind} ${name}`,
        site: ownSite(this.vm, site),
        data: { reads: `${kind}:${name}` },
      } satisfies StepNote);
    if (request.elsewhere && (kind === 'header' || kind === 'cookie') && key !== 'authorization')
      if (kind === 'cookie' || isCredentialName(key)) return material === null ? null : str(material);
    if (kind === 'header' && key === 'authorization') {
      if (request.elsewhere) return null;
      if (sends.place !== 'header' || material === null || (sends.names && !sends.names.some((n) => n.toLowerCase() === 'authorization')))
        return null;
      const { scheme = 'auto' } = sends;
      const word = scheme === 'auto' ? request.scheme : scheme === 'none' ? '' : scheme;
      return str(word ? `${word} ${material}` : material);
    }
    if (kind === 'header' && sends.place === 'header' && sends.names && material !== null) {
      if (sends.names.some((n) => n.toLowerCase() === key) || isCredentialName(key)) return str(material);
    }
    if (kind === sends.place && kind !== 'header' && material !== null) {
      if (!sends.names || sends.names.some((n) => n.toLowerCase() === name.toLowerCase()) || isCredentialName(key)) return str(material);
    }
    if (isCredentialName(key)) return null;
    return unknown('attacker', `${kind}:${name}`, 'chosen by whoever sends the request', null);
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
   */
  found(
    model: string,
    filters: readonly { path: string; lookup: string; value: Value }[],
    operation: string,
    mayBe: (what: 'null' | 'blank', field: string) => boolean = () => true,
  ): boolean {
    const about = unknown(
      'world',
      `db:${model}:${filters.map((f) => `${f.path}__${f.lookup}=${this.vm.repr(f.value)}`).join(',')}`,
      `whether there is such a ${model}`,
      null,
    );
    const fork = () => this.vm.fork(about, `${operation} finds a row`, [`no ${model} matches`, `a ${model} matches`]) === 1;
    this.rests(`looks up ${model} by ${filters.map((f) => f.path).join(', ') || 'nothing'}`);
    for (const { path, lookup, value } of filters) {
      if (!this.request) break;
      const negated = lookup.startsWith('not ');
      const text = value.k === 'str' || value.k === 'bytes' ? value.v : null;
      const kind = text === null ? null : this.materialIn(text);
      if (kind === 'valid') continue;
      const exact = lookup === 'exact' || lookup === 'iexact';
      if ((kind === 'garbage' || kind === 'tampered') && (exact || PARTIAL.has(lookup.replace(/^not /, '')))) return negated;
      // Text of some length is not part of a secret by chance; short text may be.
      if (PARTIAL.has(lookup.replace(/^not /, '')) && isSecretName(path) && text !== null && (text.length >= 4 || /\s/.test(text)))
        return negated;
      if (lookup === 'isnull' && value.k === 'bool' && value.v && !mayBe('null', path)) return negated;
      // A word that everybody knows is nobody's secret; no word at all is one only where the column may be empty.
      if (exact && isSecretName(path) && value.k === 'str' && value.v !== '') return negated;
      if (exact && value.k === 'none' && !mayBe('null', path)) return negated;
      if (exact && value.k === 'str' && value.v === '' && !mayBe('blank', path)) return negated;
      if (
        value.k === 'unknown' &&
        value.origin === 'attacker' &&
        exact &&
        isSecretName(path) &&
        // Asked as `if not key:` asks, so that a look-up after such a test knows its answer.
        this.vm.truth(value, null)
      )
        return negated;
    }
    const isValid = (value: Value) => (value.k === 'str' || value.k === 'bytes') && this.materialIn(value.v) === 'valid';
    const valid = filters.some((f) => isValid(f.value));
    const others = filters.filter((f) => !isValid(f.value));
    if (valid && others.every((f) => f.value.k !== 'unknown' || f.value.origin !== 'attacker')) return true;
    return fork();
  }

  /** Whether a cache holds an entry under a key: the one of the valid token, never that of another credential of the probe. */
  cached(key: Value): boolean {
    this.rests('looks up a key in the cache');
    const text = key.k === 'str' || key.k === 'bytes' ? key.v : null;
    if (text !== null) {
      const parts = text.split(/[^\w.-]+/);
      const kinds = [text, ...parts].map((part) => this.materialIn(part));
      if (kinds.includes('valid')) return true;
      if (kinds.some((kind) => kind !== null) || parts.some((part) => part.length >= 32 && NOTHING.has(part))) return false;
      const literal = this.literal;
      if (literal !== null && parts.includes(literal)) return false;
    }
    const about = unknown('world', `cache:${this.vm.repr(key)}`, 'whether the cache holds a key', null);
    return this.vm.fork(about, 'is cached', [`the cache has no ${about.symbol.slice(6)}`, `the cache has ${about.symbol.slice(6)}`]) === 1;
  }

  /** The known word that the probe sends as a token. */
  private get literal(): string | null {
    const sends = this.request?.probe.sends;
    return sends?.material === 'literal' ? (sends.literal ?? '').trim() : null;
  }

  /**
   * Which credential of the probe a text is, or is made of: a prefix of some length, one that lost its first letters to
   * `lstrip`, a digest.
   */
  materialIn(text: string): 'valid' | 'garbage' | 'tampered' | null {
    if (text === VALID || (text.length >= 20 && VALID.startsWith(text))) return 'valid';
    if (text.length >= VALID.length - 8 && VALID.endsWith(text)) return 'valid';
    const digest = DIGESTS.get(text);
    if (digest) return digest;
    if (text === TAMPERED || text.includes(TAMPERED)) return 'tampered';
    if (text === GARBAGE || text.includes(GARBAGE) || (text.length >= 8 && GARBAGE.startsWith(text))) return 'garbage';
    return null;
  }

  /** Equality of an unknown with something, where the adversary's knowledge decides it. */
  equal(about: PyUnknown, other: Value): boolean | null {
    if (!this.request) return null;
    if (about.origin === 'secret' || (other.k === 'unknown' && other.origin === 'secret')) this.rests(`compares with ${about.symbol}`);
    if (about.origin === 'secret') {
      if (other.k === 'str' || other.k === 'bytes') {
        const kind = this.materialIn(other.v);
        if (kind === 'valid') return true;
        // What the probe sends is nobody's secret, alone or with something around it.
        if (other.v.includes(VALID) || (this.literal !== null && other.v.trim() === this.literal)) return false;
        return kind === null && other.v !== '' ? null : false;
      }
      if (other.k === 'unknown' && other.origin === 'attacker') return false;
      if (other.k === 'none') return false;
    }
    if (about.origin === 'attacker' && other.k === 'unknown' && other.origin === 'secret') return false;
    return null;
  }

  /** What `jwt.decode` and friends find out about the signature. */
  verifyToken(token: Value): 'ok' | 'bad-signature' | 'malformed' | null {
    this.rests('verifies a signature');
    if (token.k === 'unknown') return null;
    const text = token.k === 'str' || token.k === 'bytes' ? token.v : '';
    const kind = this.materialIn(text);
    if (kind === 'valid') return 'ok';
    if (kind === 'tampered') return 'bad-signature';
    return 'malformed';
  }

  /** The claims of a token, read without any check; null when it is no token. */
  claims(token: Value): PyUnknown | null {
    if (this.vm.firing)
      this.vm.explorer.note({
        kind: 'note',
        text: 'reads the claims of the token',
        site: ownSite(this.vm, null),
        data: { claims: true },
      } satisfies StepNote);
    if (token.k === 'unknown') return derived(token, ':claims');
    const text = token.k === 'str' || token.k === 'bytes' ? token.v : '';
    switch (this.materialIn(text)) {
      case 'valid':
        return unknown('world', 'claims of the valid token', 'what the login wrote into the token', null);
      case 'tampered':
        return unknown('attacker', 'claims of a forged token', 'chosen by whoever made the token', null);
      default:
        return null;
    }
  }
}

/** Look-ups that match part of a text. */
const PARTIAL = new Set(['startswith', 'istartswith', 'endswith', 'iendswith', 'contains', 'icontains']);

const ALGORITHMS = ['sha256', 'md5', 'sha1', 'sha512', 'sha384', 'sha224'] as const;
const digestsOf = (text: string) =>
  ALGORITHMS.flatMap((name) => [createHash(name).update(text).digest('hex'), createHash(name).update(text).digest('binary')]);
/** Digests of the credentials, as tables of hashed tokens hold them. */
const DIGESTS = new Map<string, 'valid' | 'garbage' | 'tampered'>([
  ...digestsOf(VALID).map((text) => [text, 'valid'] as const),
  ...digestsOf(GARBAGE).map((text) => [text, 'garbage'] as const),
  ...digestsOf(TAMPERED).map((text) => [text, 'tampered'] as const),
]);
/** Digests of no text at all and of the words that probes send. */
const NOTHING = new Set(['', 'x', ' x', 'null'].flatMap(digestsOf));

export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name.toLowerCase().replace(/_/g, '-'));
}

/** A field that holds what only its owner knows. */
export function isSecretName(path: string): boolean {
  return (
    /(token|secret|key|hash|digest|password|passwd|signature|code|jti|otp)s?$/i.test(path) && !/(foreign|primary|public)_?key$/i.test(path)
  );
}
