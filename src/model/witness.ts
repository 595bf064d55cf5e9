/** The three doors: what `scan` asks each witness for. They never import one another; hints pass as model data. */
import type { EventSink } from './events.ts';
import type { Exchange } from './exchange.ts';
import type { AuthenticatorFact, InertFact, OverrideFact, SourceFacts, StaticFileFact } from './facts.ts';
import type { FoundOperation, LoginRemark, SignOfLife } from './login-life.ts';
import type { DocumentedOperation, DocumentRemark, SourceOperation } from './matrix.ts';
import type { Grant, Probe } from './probe.ts';
import type { Problem } from './problem.ts';
import type { ProjectInfo } from './scan-result.ts';
import type { Verdict } from './verdict.ts';

/** The source, loaded and bound; `judge` fires one probe at one operation. */
export interface PredictedWitness {
  readonly info: ProjectInfo;
  readonly operations: readonly SourceOperation[];
  readonly problems: readonly Problem[];
  readonly facts: SourceFacts;
  judge(operation: SourceOperation, probe: Probe): Verdict;
  /**
   * What `judge` has to know of all operations first, in steps, for callers that let signals through between them. `judge` does
   * it in one piece where nobody called; after a pass that was broken off it says of nobody that he is turned away.
   */
  firstPass?(): Iterable<Pass>;
}

/** How far a pass is: steps. */
export interface Pass {
  readonly done: number;
  readonly total: number;
}

/** The OpenAPI document. */
export interface PromisedWitness {
  /** As the user named it. */
  readonly document: string;
  /** The generator that the document seems to come from (`drf-spectacular`), or null for a hand-written one. */
  readonly derivedFrom: string | null;
  readonly operations: readonly DocumentedOperation[];
  readonly problems: readonly Problem[];
  /** Path prefixes of `servers`, e.g. `/api`; empty string when there is none. */
  readonly basePaths: readonly string[];
  /** What the document says that is weak in itself. */
  readonly remarks?: readonly DocumentRemark[];
  judge(operation: DocumentedOperation, probe: Probe): Verdict;
}

/** How a credential travels. */
export interface TokenWay {
  readonly place: 'header' | 'query' | 'cookie';
  /** Name of the header, query parameter or cookie. */
  readonly name: string;
  /** The word in front of it; `none` leaves it alone, `auto` finds it out (in `Authorization` only). */
  readonly word: string;
}

/** A version of the API as a request names it; in `Accept`, `name` is what stands before the value and `after` what follows it. */
export interface NamedVersion {
  readonly place: 'accept' | 'header' | 'query';
  readonly name: string;
  readonly value: string;
  readonly after?: string;
}

/** One operation that the server shall be asked about, with what the other witnesses know of it. */
export interface Target {
  /** Join key. */
  readonly id: string;
  readonly method: string;
  /** Template with `{name}` parameters. */
  readonly path: string;
  /** Values for path parameters by name; others are filled with `1`. */
  readonly params: Readonly<Record<string, string>>;
  /** Required query parameters with example values, from the document. */
  readonly query: Readonly<Record<string, string>>;
  /** False for GET handlers whose source writes: they are treated as unsafe. */
  readonly harmless: boolean;
  readonly inert: InertFact | null;
  /** True where the source shows that DRF's own code answers OPTIONS. */
  readonly describesItself?: boolean;
  /** How a request may be sent that means this operation, by the source; only where broken requests may be sent. */
  readonly overrides?: readonly OverrideFact[];
  readonly authenticators: readonly AuthenticatorFact[];
  /** True where `authenticators` are security schemes of the document: one scheme may stand for code of many kinds. */
  readonly doorsByDocument?: boolean;
  /** Names by which source or document say that tokens are read outside `Authorization`. */
  readonly queryNames: readonly string[];
  readonly headerNames: readonly string[];
  /** Headers whose word the source takes for who is asking. */
  readonly userHeaders?: readonly string[];
  /** The scopes that the document asks for, one list for each alternative; null where an alternative lists none. */
  readonly scopes?: readonly (readonly string[])[] | null;
  /** Why source or document call this an operation for administrators, in words; null where they do not. */
  readonly administration?: string | null;
  /** True for an endpoint of GraphQL: `query` then holds the smallest question there is. */
  readonly graphql?: boolean;
  /** True for a WebSocket: its handshake is asked, and nothing more. */
  readonly socket?: boolean;
  /** The method of the operation where another one is asked in its place. */
  readonly standsFor?: string;
  /** Versions of the API beside the one that a plain request gets, where source or document say how clients name one. */
  readonly versions?: readonly NamedVersion[];
  /** Where document or source say that this operation takes its tokens, the likeliest first; empty when they say nothing. */
  readonly ways?: readonly TokenWay[];
}

/** What is known of a user; each only where it is certain. */
export interface KnownUser {
  readonly name?: string;
  readonly email?: string;
  readonly id?: string;
}

/** Further secrets of the user, each for one purpose; null where one was given that belongs to another token of the run. */
export type Grants = Readonly<Partial<Record<Grant, string | null>>>;

/** Keys that a server hands out to everybody: the body of its answer, byte for byte as UTF-8, and the origin-relative path of it. */
export interface ServedKeys {
  readonly text: string;
  readonly path: string;
}

/** How a server may be asked at all. */
export interface ServerAccess {
  /** Origin plus optional path prefix. */
  readonly url: string;
  /** Extra headers for every request. */
  readonly headers: readonly (readonly [string, string])[];
  /** Requests a second; null = unlimited. */
  readonly rate: number | null;
  /** Seconds. */
  readonly timeout: number;
  readonly allowHosts: readonly string[];
  /** Certificate authority in PEM, trusted besides those that Node knows; null for none. */
  readonly ca?: string | null;
  /** Proxy of every request (`http://host:port`); null for none. */
  readonly proxy?: string | null;
  readonly signal: AbortSignal;
}

/** The operation that gives a token for a user name and a password. */
export interface LoginOperation {
  /** As the server sees it, below the prefix of `url`. */
  readonly path: string;
  /** How it was found, in words. */
  readonly why: string;
}

export interface LoginRequest extends ServerAccess {
  readonly login: LoginOperation;
  readonly user: string;
  readonly password: string;
}

export interface AttemptsRequest extends ServerAccess {
  readonly login: FoundOperation;
  /** A token that is known to work, and how it travels. */
  readonly token?: { readonly value: string; readonly way: TokenWay } | null;
  /** Requests that are left; null = no bound. */
  readonly maxRequests: number | null;
}

export interface AttemptsResult {
  /** That nothing slowed the guessing down, or what gets past what does. */
  readonly remarks: readonly LoginRemark[];
  readonly exchanges: readonly Exchange[];
}

/** A login that is written out: one request, and where its answer has the token. */
export interface LoginRecipe {
  /** The user's name in the file. */
  readonly name: string;
  readonly method: string;
  /** As the server sees it, or an absolute URL of the same origin. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly contentType: string;
  readonly payload: string;
  /** JSON Pointer (RFC 6901) to the token; null takes the cookie of the answer. */
  readonly pointer: string | null;
  readonly way: TokenWay | null;
  /** What no output may hold. */
  readonly secrets: readonly string[];
}

export interface RecipeRequest extends ServerAccess {
  readonly recipe: LoginRecipe;
}

export interface LoginResult {
  readonly token: string | null;
  /** How the token travels when the login said so: a cookie, or the place that a login file names. */
  readonly way?: TokenWay;
  /** Why there is no token, and what to do; null with a token. */
  readonly problem: string | null;
  readonly exchanges: readonly Exchange[];
}

/** One question to the plain-http twin of the server; `url` is the twin. */
export interface PlainHttpRequest extends ServerAccess {
  readonly path: string;
}

export interface PlainHttpResult {
  /** What the twin does that it should not, or null. */
  readonly problem: string | null;
  readonly exchanges: readonly Exchange[];
}

/** Asks for an OpenAPI document on the scanned server. */
export interface FetchDocumentRequest extends ServerAccess {
  /** Paths below the prefix of `url`, or absolute URLs of the same origin; the first that answers with a document is taken. */
  readonly locations: readonly string[];
  readonly token: string | null;
  readonly tokenScheme: string;
  readonly way?: TokenWay | null;
}

export interface FetchedDocument {
  /** The text, or null when no location gave a document. */
  readonly text: string | null;
  /** URL without query values, or null. */
  readonly location: string | null;
  readonly problem: string | null;
  readonly exchanges: readonly Exchange[];
}

export interface ObserveRequest extends ServerAccess {
  readonly targets: readonly Target[];
  readonly probes: readonly Probe[];
  /** The valid token, or null. Never printed. */
  readonly token: string | null;
  /** `auto`, or the word in front of the token. */
  readonly tokenScheme: string;
  /** In a dry run: a login will give the token, and of what kind it is nobody knows yet. */
  readonly tokenToCome?: boolean;
  /** How the token travels, when that is known whatever the operation: a session cookie, the key of a named scheme. */
  readonly way?: TokenWay | null;
  readonly maxRequests: number | null;
  readonly dryRun: boolean;
  /** Unsafe operations are asked with requests that cannot take effect, where the source vouches for that. */
  readonly allowInertWrites?: boolean;
  /** Tokens may be sent that make the server do more than answer, see `Probe.safety`. */
  readonly allowIntrusion?: boolean;
  /** A fresh token when the one of the run died; null when there is none to be had. */
  readonly renew?: () => Promise<string | null>;
  readonly grants?: Grants;
  /** Whom the token belongs to, where the run knows it beside the token. */
  readonly user?: KnownUser;
  /** What an earlier part of the run was handed out: null for nothing; where it is left out nobody has asked. */
  readonly servedKeys?: ServedKeys | null;
  /** Files that the source hands out to everybody. */
  readonly staticFiles?: readonly StaticFileFact[];
  /** Other operations are asked beside, with other tokens. */
  readonly oneOfSeveral?: boolean;
  /** More values that no output may hold, such as the password of the login. */
  readonly secrets?: readonly string[];
  readonly emit: EventSink;
}

/** One request of the plan, for `--dry-run`. */
export interface PlannedRequest {
  readonly method: string;
  readonly url: string;
  /** Names and shapes, never values of credentials. */
  readonly headers: readonly (readonly [string, string])[];
  /** Content type and content, where there is one. */
  readonly body?: string;
  readonly why: string;
}

/** An operation that only the server has told of. */
export interface OfferedOperation {
  readonly method: string;
  /** As the rows of the matrix have it. */
  readonly path: string;
}

export interface Observation {
  /** operation id -> probe id -> verdict. */
  readonly verdicts: ReadonlyMap<string, ReadonlyMap<string, Verdict>>;
  readonly exchanges: readonly Exchange[];
  readonly canary: 'held' | 'failed' | 'none';
  readonly requests: number;
  readonly interrupted: boolean;
  readonly problems: readonly Problem[];
  /** The plan, when `dryRun` (nothing was sent then). */
  readonly plan: readonly PlannedRequest[];
  /** How the canary was asked, where there was one. */
  readonly sign?: SignOfLife;
  /** As in the request, for the parts that follow. */
  readonly servedKeys?: ServedKeys | null;
  /** Operations that neither source nor document knows. */
  readonly offered?: readonly OfferedOperation[];
  /** What the life of a login showed. */
  readonly logins?: readonly LoginRemark[];
  /** Operation id -> probes that another operation was asked with, where only their answers say that both have one gate. */
  readonly askedElsewhere?: ReadonlyMap<string, readonly string[]>;
}
