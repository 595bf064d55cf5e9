/** Operations x probes x witnesses: everything that Unlatched prints is read from here. */
import type { LoginRemark } from './login-life.ts';
import type { Place } from './place.ts';
import type { WitnessName } from './probe.ts';
import type { Verdict } from './verdict.ts';

/** The operation as the document has it. */
export interface DocumentedOperation {
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly place: Place;
  /** Names of the security schemes that any alternative asks for. */
  readonly schemes: readonly string[];
  readonly summary?: string;
  readonly tags?: readonly string[];
}

/** What a document says that is weak in itself, whatever source and server do. */
export interface DocumentRemark {
  /**
   * - `silent`: no operation asks for anything
   * - `plain-http`: a server whose address is `http://`, which is no loopback or private one
   * - `basic`: an operation may be called with HTTP Basic
   * - `key-in-query`: an operation may be called with a key in the query string
   */
  readonly kind: 'silent' | 'plain-http' | 'basic' | 'key-in-query';
  /** The server or the scheme. */
  readonly subject: string;
  readonly place: Place & { readonly pointer: string };
  /** Operations that ask for it. */
  readonly operations: number;
}

/** What a token of the run shows of itself, without anything being sent. */
export interface TokenRemark {
  readonly kind: 'known-secret' | 'no-expiry' | 'long-life' | 'unsigned';
  /** One sentence; never the token or the secret. */
  readonly text: string;
  /** The security scheme that the token was given for, or null. */
  readonly scheme: string | null;
}

/** What the answers of the server show that no verdict says. */
export interface AnswerRemark {
  /**
   * - `debug-page`: Django's page for developers
   * - `traceback`: the stack of the program
   * - `reflected-origin`: a page of any origin may read the answer to a request with the user's cookies
   * - `no-challenge`: a refusal (401) does not say what it asks for
   * - `fetched-address`: the server has asked an address that the request named
   * - `private-key`: anybody is handed a key that signs tokens
   */
  readonly kind: 'debug-page' | 'traceback' | 'reflected-origin' | 'no-challenge' | 'fetched-address' | 'private-key';
  /** The first exchange that shows it. */
  readonly exchange: string;
  readonly status: number;
  /** True for a server on this machine or its network: developers run theirs like this. */
  readonly local: boolean;
  /** Operations at which it was seen; none where it was a made-up path. */
  readonly operations: readonly string[];
  /** True where the request carried what a browser adds by itself, a cookie. */
  readonly cookie?: boolean;
  /** The path that was asked, where there may be no operation to name it. */
  readonly path?: string;
}

/** The operation as the source has it: one row of `unlatched routes`. */
export interface SourceOperation {
  readonly rowId: string;
  readonly method: string;
  readonly path: string;
  readonly formatSuffix: boolean;
  readonly kind: 'drf' | 'ninja' | 'django-class' | 'django-function' | 'admin';
  /** True for a WebSocket (of Channels): GET is its handshake. */
  readonly socket?: boolean;
  readonly name: string | null;
  /** Dotted name of the view, null when not even that is known. */
  readonly view: string | null;
  readonly action: string | null;
  /** Where the view stands. */
  readonly place: Place | null;
  /** Where the route stands. */
  readonly routePlace: Place | null;
  readonly reachable: boolean;
  readonly authenticators: readonly string[] | null;
  readonly permissions: readonly PermissionExpression[] | null;
  readonly throttles: readonly string[] | null;
  readonly provenance: Readonly<Partial<Record<'authenticators' | 'permissions' | 'throttles' | 'view', readonly ReasonLink[]>>>;
  /** Why a list is undecided (null = everything is decided). */
  readonly unknown: string | null;
  /** What would decide it. */
  readonly next?: string | null;
}

/** A permission class by dotted name, or an operator over such. */
export type PermissionExpression =
  | string
  | { readonly or: readonly PermissionExpression[] }
  | { readonly and: readonly PermissionExpression[] }
  | { readonly not: PermissionExpression };

export interface ReasonLink {
  readonly text: string;
  readonly place?: Place;
}

/** One row of the matrix. */
export interface MatrixRow {
  /** `operationId(method, path)`; unique in a matrix (shadowed rows are left out). */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly documented: DocumentedOperation | null;
  readonly source: SourceOperation | null;
  /** Why the operation is open on purpose, or null. Set by configuration or by the matrix' conventions. */
  readonly intendedPublic: { readonly why: string } | null;
  /** True when the configuration lists it as sensitive. */
  readonly sensitive: boolean;
  /** True when the configuration says that something in front of Django counts the requests to it. */
  readonly throttledInFront: boolean;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** The answers of the witnesses to one probe; a witness that was not asked has no key. */
export type Cell = Partial<Record<WitnessName, Verdict>>;

export interface Coverage {
  readonly operations: number;
  readonly inScope: number;
  readonly judged: number;
  readonly tested: number;
  /** judged / inScope in percent, 0..100. */
  readonly percent: number;
  readonly floor: number;
  readonly met: boolean;
  readonly notJudged: readonly { readonly reason: string; readonly operations: readonly string[]; readonly next: string | null }[];
}

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** Probe ids that were fired, in order. */
  readonly probes: readonly string[];
  readonly coverage: Coverage;
  /** The generator that the document comes from: what it calls open was computed from the same classes and confirms nothing. */
  readonly derivedFrom?: string | null;
  readonly remarks?: readonly DocumentRemark[];
  readonly tokens?: readonly TokenRemark[];
  readonly answers?: readonly AnswerRemark[];
  readonly logins?: readonly LoginRemark[];
}
