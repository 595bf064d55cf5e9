/**
 * The attacker's world while one probe is fired: what the probe fixes about the request is concrete, everything else is the
 * attacker's choice; what lies outside of the code answers adversarially.
 */

import { ownSite } from '../../interpreter/calls.ts';
import { derived, NONE, type PyUnknown, str, unknown, type Value } from '../../interpreter/values.ts';
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
}

/** How one name was read on the way; rules ask for it. */
export type ReadKind = 'header' | 'query' | 'form' | 'cookie' | 'body';

export class World {
  request: RequestFacts | null = null;

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
    if (kind === 'header' && key === 'authorization') {
      if (sends.place !== 'header' || material === null || (sends.names && !sends.names.some((n) => n.toLowerCase() === 'authorization')))
        return null;
      const scheme =
        sends.scheme === 'none' ? '' : sends.scheme === 'auto' || sends.scheme === undefined ? `${request.scheme} ` : `${sends.scheme} `;
      return str(`${scheme}${material}`);
    }
    if (kind === 'header' && sends.place === 'header' && sends.names && material !== null) {
      if (sends.names.some((n) => n.toLowerCase() === key) || isCredentialName(key)) return str(material);
    }
    if (kind === sends.place && kind !== 'header' && material !== null) {
      if (!sends.names || sends.names.some((n) => n.toLowerCase() === name.toLowerCase()) || isCredentialName(key)) return str(material);
    }
    if (kind === 'cookie' || isCredentialName(key)) return null;
    return unknown('attacker', `${kind}:${name}`, 'chosen by whoever sends the request', null);
  }

  /** A value that the attacker may send or leave away; the fork is keyed by the name. */
  chosen(value: PyUnknown, otherwise: Value): Value {
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
    mayBeEmpty: (field: string) => boolean = () => true,
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
      const kind = value.k === 'str' ? this.materialIn(value.v) : null;
      if (kind === 'valid') continue;
      const exact = lookup === 'exact' || lookup === 'iexact';
      if ((kind === 'garbage' || kind === 'tampered') && exact) return negated;
      // A word that everybody knows is nobody's secret; no word at all is one only where the column may be empty.
      if (exact && isSecretName(path) && value.k === 'str' && value.v !== '') return negated;
      if (exact && (value.k === 'none' || (value.k === 'str' && value.v === '')) && !mayBeEmpty(path)) return negated;
      if (
        value.k === 'unknown' &&
        value.origin === 'attacker' &&
        exact &&
        isSecretName(path) &&
        this.vm.fork(value, 'is empty', [`${value.symbol} is not empty`, `${value.symbol} is empty`]) === 0
      )
        return negated;
    }
    const valid = filters.some((f) => f.value.k === 'str' && this.materialIn(f.value.v) === 'valid');
    const others = filters.filter((f) => !(f.value.k === 'str' && this.materialIn(f.value.v) === 'valid'));
    if (valid && others.every((f) => f.value.k !== 'unknown' || f.value.origin !== 'attacker')) return true;
    return fork();
  }

  /** Which credential of the probe a text is, or is made of (a prefix, a digest is not). */
  materialIn(text: string): 'valid' | 'garbage' | 'tampered' | null {
    if (text === VALID || (text.length >= 20 && VALID.startsWith(text))) return 'valid';
    if (text === TAMPERED || text.includes(TAMPERED)) return 'tampered';
    if (text === GARBAGE || text.includes(GARBAGE) || (text.length >= 8 && GARBAGE.startsWith(text))) return 'garbage';
    return null;
  }

  /** Equality of an unknown with something, where the adversary's knowledge decides it. */
  equal(about: PyUnknown, other: Value): boolean | null {
    if (!this.request) return null;
    if (about.origin === 'secret' || (other.k === 'unknown' && other.origin === 'secret')) this.rests(`compares with ${about.symbol}`);
    if (about.origin === 'secret') {
      if (other.k === 'str') {
        const kind = this.materialIn(other.v);
        if (kind === 'valid') return true;
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

export function isCredentialName(name: string): boolean {
  return CREDENTIAL_NAME.test(name.toLowerCase().replace(/_/g, '-'));
}

/** A field that holds what only its owner knows. */
export function isSecretName(path: string): boolean {
  return (
    /(token|secret|key|hash|digest|password|passwd|signature|code|jti|otp)s?$/i.test(path) && !/(foreign|primary|public)_?key$/i.test(path)
  );
}

export { NONE };
