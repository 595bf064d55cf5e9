/** Source facts: what `predicted` knows about the source and rules may ask. Rules never parse code. */
import type { Place } from './place.ts';
import type { Reason } from './verdict.ts';

/** A Python value as far as rules need it. `unknown` is a first-class answer. */
export type FactValue =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly FactValue[] }
  | { readonly kind: 'dict'; readonly entries: readonly { readonly key: FactValue; readonly value: FactValue; readonly place?: Place }[] }
  /** A `timedelta`; in a call also a moment that is so far from now. */
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface SettingFact {
  readonly name: string;
  readonly value: FactValue;
  readonly place: Place | null;
}

export interface ClassFact {
  /** Dotted name. */
  readonly name: string;
  readonly bases: readonly string[];
  readonly place: Place | null;
}

export interface CallFact {
  /** Dotted name of what is called, e.g. `jwt.decode`. */
  readonly name: string;
  readonly arguments: readonly FactValue[];
  readonly keywords: Readonly<Record<string, FactValue>>;
  readonly place: Place;
  /** Place of one keyword argument, by name (for carets). */
  readonly keywordPlaces: Readonly<Record<string, Place>>;
  /** Dotted name of the function or class in which the call stands. */
  readonly inside: string;
}

/** One authenticator as it is used: the key of the token battery. */
export interface AuthenticatorFact {
  readonly name: string;
  readonly place: Place | null;
  /** Scheme words that it takes, e.g. `Bearer`. */
  readonly schemes: readonly string[];
  /** Join keys of the operations that use it. */
  readonly operations: readonly string[];
  /** True when its tokens carry a signature (JWT): the tampered token is then a required probe. */
  readonly signed?: boolean;
}

/** A broken request: a body of a kind that nobody reads, JSON that does not parse, an object that cannot exist. */
export type InertTwin = 'unsupported-media-type' | 'malformed-json' | 'missing-pk';

/** Whether an unsafe request with a deliberately broken body is harmless for an operation, and why. */
export interface InertFact {
  readonly operation: string;
  readonly twins: readonly InertTwin[];
  /** False where a twin that passes the gate proves nothing, since the handler may still refuse: then it only clears. */
  readonly convicts: boolean;
  readonly why: string;
}

/** Headers and parameters in which the source looks for the method that is meant, at an operation that writes. */
export interface OverrideFact {
  /** The method that the request itself has. */
  readonly as: 'GET' | 'POST';
  readonly names: readonly { readonly place: 'header' | 'query'; readonly name: string }[];
  /** Broken requests that take no effect, whichever of the two methods runs. */
  readonly twins: readonly InertTwin[];
  /** See `InertFact`. */
  readonly convicts: boolean;
}

/** A fault in how an operation lets people set a password who have forgotten theirs. */
export interface ResetFact {
  /**
   * - `unasked`: it sets the password of whoever is named, and asks for nothing
   * - `unbound`: a token of one user sets the password of another
   * - `reusable`: the token works once more after its use
   * - `given`: the token that belongs into a mail stands in the answer
   * - `host`: the link in the mail leads to whatever host the request names
   */
  readonly kind: 'unasked' | 'unbound' | 'reusable' | 'given' | 'host';
  readonly place: Place | null;
  readonly text: string;
}

/** Something that refuses who asks too often: a throttle, a lock-out. */
export interface AttemptCounter {
  readonly name: string;
  /** How many a period, where that is a text such as `5/min`. */
  readonly rate: string | null;
  /**
   * What tells callers apart: `address`, `forwarded address` (what the caller writes into a header), either of them perhaps
   * `... of the anonymous` (a caller with any token is not counted), or `own` for what the project or a library chose.
   */
  readonly key: string;
}

/** An operation that is there for those who have no token yet: it asks for something else in its place, or serves the way to it. */
export interface EntranceFact {
  readonly operation: string;
  /** What its handler compares with what the caller gives; null where it only serves the way (a form, a request for a mail). */
  readonly asksFor: 'password' | 'one-time code' | 'mailed token' | 'secret' | null;
  /** What slows down whoever tries one answer after the other; `unknown` says why it cannot be told. */
  readonly guessing: { readonly counters: readonly AttemptCounter[]; readonly unknown: string | null };
  /** True when a caller without the right answer gets nothing on any way. */
  readonly turnsAway: boolean;
  /** Where the project asks, when the question stands in its own code. */
  readonly place: Place | null;
  readonly why: string;
}

/** Where in the source a probe was let in: the deciding statement. */
export interface CauseFact {
  readonly operation: string;
  readonly probe: string;
  /**
   * What decided:
   * - `no-permission`: nothing demands a user (empty list, AllowAny, no default)
   * - `authenticator`: an authenticator of the project accepted the credential
   * - `permission`: a permission admitted without a verified user
   * - `no-gate`: the view has no gate at all (plain Django view, overridden dispatch)
   */
  readonly kind: 'no-permission' | 'authenticator' | 'permission' | 'no-gate';
  /** Dotted name of the class or setting that is the root cause. */
  readonly symbol: string;
  readonly place: Place;
  readonly text: string;
  /**
   * True where nobody wrote the openness down: it was inherited, defaulted, mistyped, an empty list, or a permission or
   * authenticator of the project that lets in whom it should not. False where somebody named it: `AllowAny`, a read-only
   * permission of a library, a decorator.
   */
  readonly implicit: boolean;
  /** Where the deciding policy was written, when known. `method` is a hook such as `get_permissions`. */
  readonly origin?: 'default' | 'settings' | 'class' | 'inherited' | 'route' | 'decorator' | 'method';
  /** Credential places that the handler itself reads, e.g. `header:Authorization`: an open view that looks at the token. */
  readonly handlerReads?: readonly string[];
  /** Whose key verified a signed token: the project's `own` secret, or one of an issuer that others use too (`shared`). */
  readonly tokenKey?: 'own' | 'shared';
  /** Whom the authenticator answered with: the user whose token it is, or somebody or something else that stands for the caller. */
  readonly principal?: 'owner' | 'other';
  /** How the credential was read on the deciding path, e.g. `query:token`, `header:X-API-Key`. */
  readonly reads: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A file that the settings hand out to everybody. */
export interface StaticFileFact {
  /** Below the server's root, e.g. `/static/site.css`. */
  readonly address: string;
  /** Where it lies: absolute, as this machine sees it. */
  readonly path: string;
  /** The same relative to the project, or null for a file outside of it. */
  readonly inProject: string | null;
  /** True where the settings write the place out, which then is the same on every machine. */
  readonly fixed: boolean;
}

export interface SourceFacts {
  readonly settingsModule: string;
  readonly settingsPlace: Place | null;
  setting(name: string): SettingFact | null;
  classesOf(base: string): readonly ClassFact[];
  callsOf(name: string): readonly CallFact[];
  cause(operation: string, probe: string): CauseFact | null;
  inert(operation: string): InertFact | null;
  /** True where DRF's own code answers OPTIONS, and nothing of the project runs but what every request runs. */
  describesItself?(operation: string): boolean;
  /** How a request may be sent that means this operation. */
  overrides?(operation: string): readonly OverrideFact[];
  /** True when the handler writes although the method is GET. */
  getWrites?(operation: string): boolean;
  /** True where a GraphQL view of a library answers. */
  graphql?(operation: string): boolean;
  /** What the operation asks for in place of a token, or null. */
  entrance?(operation: string): EntranceFact | null;
  /** What is wrong with a reset of the password at the operation. */
  resets?(operation: string): readonly ResetFact[];
  /** Where the valid token is taken from when that is not `Authorization`: `header:X-API-Key`, `cookie:jwt`. */
  tokenReads?(operation: string): readonly string[];
  /** Files that everybody is handed out. */
  staticFiles?(): readonly StaticFileFact[];
  readonly authenticators: readonly AuthenticatorFact[];
  /** Text of a source file of the project (for excerpts), or null. Lines are 1-based in callers. */
  sourceLines(file: string): readonly string[] | null;
}
