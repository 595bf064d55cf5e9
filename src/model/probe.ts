/** A probe is one attacker request in terms of credentials. */

export type WitnessName = 'promised' | 'predicted' | 'observed';
export const WITNESS_NAMES: readonly WitnessName[] = ['promised', 'predicted', 'observed'];

/** What a probe needs before it can be fired. A `public-key` is that of the issuer: of the signing key, or handed out by the server. */
export type ProbeNeed = 'token' | 'signed-token' | 'second-token' | 'low-token' | 'refresh-token' | 'signing-key' | 'public-key' | 'login';

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
  readonly material:
    | 'none'
    | 'garbage'
    | 'valid'
    | 'tampered'
    | 'literal'
    | 'prefix'
    | 'suffixed'
    | 'other-case'
    | 'identity'
    | 'user'
    | 'made'
    | 'low'
    | 'second';
  /** Text for material `literal`; what follows the valid token for `suffixed`. */
  readonly literal?: string;
  /** Characters of a `prefix`; half of the token where nothing is said. */
  readonly length?: number;
  /** For material `made`: how the signed token differs from the valid one. */
  readonly made?: MadeToken;
  /** The user behind the valid token may not log in any more. */
  readonly owner?: 'inactive';
  readonly scheme?: 'auto' | 'none' | string;
  /** What stands between the word and the credential, where that is not one space. */
  readonly between?: string;
  /** What stands between the words of the header names in place of the hyphen. */
  readonly joint?: '_';
  /** The same idea in other words. A server that refuses the plain ones is asked these, one after the other, as far as there is room. */
  readonly also?: readonly OtherWords[];
  /** A made-up token stands before or after the credential, in a line of its own of the same header. */
  readonly beside?: 'before' | 'after';
  /** Operations that it is sent to, where not to all: those for administrators. */
  readonly at?: 'administration';
  /** When the probe changes the method, e.g. HEAD in place of GET. */
  readonly method?: string;
  /** The request is sent with another method, and names the operation's own in a header (`X-HTTP-Method-Override`) or field (`_method`). */
  readonly override?: boolean;
  /**
   * What else than the credential is changed: how the path is spelt, below which version of the API it lies, which version a
   * header or the query names, or which representation of the same thing is asked for.
   */
  readonly changes?: 'path' | 'version' | 'api-version' | 'representation';
}

/** What other words have in the place of the plain ones, and what they are called. */
export type OtherWords = { readonly label: string } & Partial<Pick<ProbeSend, 'literal' | 'length' | 'scheme' | 'between' | 'joint'>>;

/** A signed token (JWT) that is like the valid one but for what stands here. One idea may have several spellings, sent one after the other. */
export interface MadeToken {
  /**
   * Who made the signature: `issuer` the login itself; `nobody` (`alg: none`); `known-secret` somebody who has read the
   * repository or a word list; `public-key` somebody who takes the public key for an HMAC secret; `sender` whoever sends it,
   * with a key of his own that stands in the header (`jwk`); `sender-certificate` the same with a certificate (`x5c`);
   * `sender-address` the same with the address of the key (`jku`, `x5u`); `query` with a word that the name of the key (`kid`)
   * would have a database answer;
   * `empty-file` with no bytes as secret, and a header that names an empty file as the key (`kid`); `public-file` with the bytes
   * of a file that the server hands out, and a header that names it; `blank` with an empty secret, or with zeros in the place of
   * a signature.
   */
  readonly signed:
    | 'issuer'
    | 'nobody'
    | 'known-secret'
    | 'public-key'
    | 'sender'
    | 'sender-certificate'
    | 'sender-address'
    | 'query'
    | 'empty-file'
    | 'public-file'
    | 'blank';
  /** How it is written, where not in the compact form: as JSON (RFC 7515 section 7.2), or encrypted to the public key (RFC 7516). */
  readonly form?: 'json' | 'encrypted';
  readonly expiry?: 'past' | 'none';
  /** The time before which it is not good lies in the future. */
  readonly start?: 'future';
  /** The time at which it was issued lies in the future. */
  readonly issued?: 'future';
  readonly audience?: 'foreign';
  readonly issuer?: 'foreign';
  /** Another algorithm that the same key can sign with, or a header that names none. */
  readonly algorithm?: 'sibling' | 'missing';
  /** The header demands that an extension is understood which nobody knows. */
  readonly critical?: 'unknown';
  /** The claim with the user's identifier names nobody, or is no identifier at all. */
  readonly user?: 'nobody' | 'odd';
  /** What the token was issued for: another token (`refresh`), or another word in the claim that says it (`other`), or none that is clear. */
  readonly use?: 'refresh' | 'other' | 'unclear';
  /** The claims that say what the token may do are empty, or name the scopes that the document asks for. */
  readonly scope?: 'none' | 'raised';
  /** Claims say that its user is an administrator. */
  readonly rights?: 'raised';
  /** The header calls it another type of token (`typ`). */
  readonly type?: 'other';
  /** One claim stands there twice. */
  readonly claim?: 'twice';
}

export interface Probe {
  /** kebab-case; the file name under `src/probes/`. */
  readonly id: string;
  readonly title: string;
  /** One line: what an attacker does with it. */
  readonly why: string;
  readonly sends: ProbeSend;
  readonly needs: readonly ProbeNeed[];
  /**
   * `passive` probes are safe on any safe method; `intrusive` ones make a server do something besides the answer, such as asking
   * another address; they and `write` probes need consent.
   */
  readonly safety: 'passive' | 'intrusive' | 'write';
  /** What a right server does. */
  readonly secure: 'rejects' | 'admits';
  /** True for the probes without which an operation does not count as judged (contract, Coverage). */
  readonly required: boolean;
  /** Few servers fall for it: a run that is short of requests leaves it out. */
  readonly rare?: true;
  /** For witnesses that cannot fire it: why not. */
  readonly cannot?: Partial<Record<WitnessName, string>>;
  /** Catalogue codes and standards, e.g. `R01`, `RFC 6750 section 3`. */
  readonly references: readonly string[];
}
