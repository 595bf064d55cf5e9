/** What is asked of the life of a login, at the end of a run and on logins made for it, and what is found. */
import type { EventSink } from './events.ts';
import type { Exchange } from './exchange.ts';
import type { Problem } from './problem.ts';
import type { Reason } from './verdict.ts';
import type { LoginOperation, LoginRecipe, ServerAccess, Target, TokenWay } from './witness.ts';

/**
 * A fault in the life of a login:
 * - `same-token`: every login gives the same token
 * - `refresh-reused`: a refresh token works again after its exchange, although each exchange gives a new one
 * - `token-after-logout`, `refresh-after-logout`: it works after a log-out that took it
 * - `respelled-after-logout`: refused after the log-out, and taken in another spelling
 * - `made-up-session`, `kept-session`: a session id of before the login is that of the user after it
 * - `token-after-password-change`, `refresh-after-password-change`: it works after another login has changed the password
 * - `weak-password`: an account can be made with a password that everybody tries first
 * - `user-told`: the login answers otherwise for a user that exists
 * - `user-told-by-time`: it takes another time for a user that exists
 * - `user-told-at-reset`, `user-told-at-registration`: these answer otherwise for a user that exists
 * - `cookie-write`: the cookie of the login alone gets behind the gate of an unsafe operation, without a CSRF token
 * - `no-throttle`: passwords may be tried at any speed
 * - `throttle-by-header`: whoever is slowed down is let through again with another address in a header
 * - `throttle-of-anonymous`: whoever is slowed down is let through with a token of his own
 * - `throttle-by-spelling`: whoever is slowed down is let through at another spelling of the path
 * - `batched-attempts`: one request carries more passwords than are answered one by one before the caller is slowed down
 */
export type LoginFault =
  | 'same-token'
  | 'refresh-reused'
  | 'token-after-logout'
  | 'refresh-after-logout'
  | 'respelled-after-logout'
  | 'made-up-session'
  | 'kept-session'
  | 'token-after-password-change'
  | 'refresh-after-password-change'
  | 'weak-password'
  | 'user-told'
  | 'user-told-by-time'
  | 'user-told-at-reset'
  | 'user-told-at-registration'
  | 'cookie-write'
  | 'no-throttle'
  | 'throttle-by-header'
  | 'throttle-of-anonymous'
  | 'throttle-by-spelling'
  | 'batched-attempts';

export interface LoginRemark {
  readonly kind: LoginFault;
  /** `POST /api/logout/` as the server sees it. */
  readonly subject: string;
  /** Join key of that operation, or null where no witness has it. */
  readonly operation: string | null;
  /** One sentence without its full stop; never a credential. */
  readonly text: string;
  /** What was asked, each with its exchange. */
  readonly reasons: readonly Reason[];
  /** True where the server sits on this machine, so that nothing in front of it can have another say. */
  readonly near?: boolean;
  /** Seconds that the token lives, where it says so. */
  readonly lifetime?: number;
  /** The SameSite attribute of the cookie, in lower case; absent where the server sets none. */
  readonly sameSite?: string;
}

/** An operation that was found in source or document. */
export interface FoundOperation extends LoginOperation {
  /** Join key. */
  readonly id: string | null;
}

/** One that may have another method than POST. */
export interface FoundMethod extends FoundOperation {
  readonly method: string;
}

/** What an account of the run's own is asked for, with consent and at a server on this machine. */
export interface AccountRequest extends ServerAccess {
  readonly register: FoundOperation;
  readonly login: FoundOperation;
  readonly changePassword: FoundMethod | null;
  /** What deletes the account of whoever asks. */
  readonly remove: FoundMethod | null;
  readonly refresh: FoundOperation | null;
  /** Null where no operation tells a living token from none. */
  readonly sign: SignOfLife | null;
  /** Requests that are left; null = no bound. */
  readonly maxRequests: number | null;
  /** Values that no output may hold. */
  readonly secrets: readonly string[];
  readonly emit: EventSink;
}

/** How the run logged in; another login is made in the same way. */
export type LoginEntry =
  | { readonly by: 'password'; readonly login: FoundOperation; readonly user: string; readonly password: string }
  | { readonly by: 'recipe'; readonly login: FoundOperation; readonly recipe: LoginRecipe };

/** A plain request that tells the valid token from none: the canary of the run, as it was found. */
export interface SignOfLife {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** How the token of the run travels there. */
  readonly way: TokenWay;
}

export interface LoginLifeRequest extends ServerAccess {
  readonly entry: LoginEntry;
  /** The token that the login gave to the run. */
  readonly token: string;
  /** Null where no operation tells the token from none. */
  readonly sign: SignOfLife | null;
  readonly refresh: FoundOperation | null;
  readonly logout: FoundOperation | null;
  /** Where a forgotten password is reset. */
  readonly reset?: FoundOperation | null;
  /** Where accounts are made. */
  readonly register?: FoundOperation | null;
  /** Unsafe operations that turn away whoever has no token, and that can be asked by requests without effect. */
  readonly unsafe: readonly Target[];
  readonly allowInertWrites: boolean;
  readonly allowWrites: boolean;
  readonly allowLoginAttempts: boolean;
  /** Requests that are left; null = no bound. */
  readonly maxRequests: number | null;
  /** More values that no output may hold. */
  readonly secrets: readonly string[];
  readonly emit: EventSink;
}

export interface LoginLifeResult {
  readonly remarks: readonly LoginRemark[];
  readonly problems: readonly Problem[];
  readonly exchanges: readonly Exchange[];
}
