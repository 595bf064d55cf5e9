/** A probe is one attacker request in terms of credentials. */

export type WitnessName = 'promised' | 'predicted' | 'observed';
export const WITNESS_NAMES: readonly WitnessName[] = ['promised', 'predicted', 'observed'];

/** What a probe needs before it can be fired. */
export type ProbeNeed = 'token' | 'signed-token' | 'second-token' | 'low-token' | 'refresh-token' | 'signing-key' | 'login';

/** The needs that an option of their own gives, beside the valid token. */
export type Grant = 'second-token' | 'low-token' | 'refresh-token' | 'signing-key';

/** Where a probe puts its credential. */
export type CredentialPlace = 'none' | 'header' | 'query' | 'form' | 'cookie';

/**
 * What a probe sends, before it is bound to a scheme and a token.
 * `material` is what the credential is made of; `scheme` is the word in front of it (`auto` = what the authenticator or document uses).
 */
export interface ProbeSend {
  readonly place: CredentialPlace;
  /** Header, query parameter or cookie name; for place `header` default `Authorization`. */
  readonly names?: readonly string[];
  readonly material: 'none' | 'garbage' | 'valid' | 'tampered' | 'literal' | 'prefix' | 'suffixed' | 'identity' | 'made' | 'low' | 'second';
  /** Text for material `literal`; what follows the valid token for `suffixed`. */
  readonly literal?: string;
  /** For material `made`: how the signed token differs from the valid one. */
  readonly made?: MadeToken;
  /** The user behind the valid token may not log in any more. */
  readonly owner?: 'inactive';
  readonly scheme?: 'auto' | 'none' | string;
  /** A made-up token stands before or after the credential, in a line of its own of the same header. */
  readonly beside?: 'before' | 'after';
  /** When the probe changes the method, e.g. HEAD in place of GET. */
  readonly method?: string;
  /** The request is sent with another method, and names the operation's own in a header (`X-HTTP-Method-Override`) or field (`_method`). */
  readonly override?: boolean;
  /** What else than the credential is changed: how the path is spelt, or which representation of the same thing is asked for. */
  readonly changes?: 'path' | 'representation';
}

/** A signed token (JWT) that is like the valid one but for what stands here. */
export interface MadeToken {
  /**
   * Who made the signature: `issuer` the login itself; `nobody` (`alg: none`); `known-secret` somebody who has read the
   * repository or a word list; `public-key` somebody who takes the public key for an HMAC secret; `sender` whoever sends it,
   * with a key of his own that stands in the header (`jwk`); `empty-file` with no bytes as secret, and a header that names
   * an empty file as the key (`kid`).
   */
  readonly signed: 'issuer' | 'nobody' | 'known-secret' | 'public-key' | 'sender' | 'empty-file';
  readonly expiry?: 'past' | 'none';
  readonly audience?: 'foreign';
  readonly issuer?: 'foreign';
  /** Another algorithm that the same key can sign with, or a header that names none. */
  readonly algorithm?: 'sibling' | 'missing';
  /** What the token was issued for. */
  readonly use?: 'refresh';
}

export interface Probe {
  /** kebab-case; the file name under `src/probes/`. */
  readonly id: string;
  readonly title: string;
  /** One line: what an attacker does with it. */
  readonly why: string;
  readonly sends: ProbeSend;
  readonly needs: readonly ProbeNeed[];
  /** `passive` probes are safe on any safe method; `write` probes need consent. */
  readonly safety: 'passive' | 'write';
  /** What a right server does. */
  readonly secure: 'rejects' | 'admits';
  /** True for the probes without which an operation does not count as judged (contract, Coverage). */
  readonly required: boolean;
  /** For witnesses that cannot fire it: why not. */
  readonly cannot?: Partial<Record<WitnessName, string>>;
  /** Catalogue codes and standards, e.g. `R01`, `RFC 6750 section 3`. */
  readonly references: readonly string[];
}
