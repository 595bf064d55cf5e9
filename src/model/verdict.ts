/** What a witness answers when a probe is fired at an operation, and why. */
import type { Place } from './place.ts';

/**
 * - `rejects`: the request is turned away (401, 403, a login redirect, ...)
 * - `admits`: the request reaches what the operation guards
 * - `crashes`: the request ends in a server error (fails closed, but is a defect)
 * - `unknown`: the witness cannot tell; never counts as protected, nor as a finding
 */
export type VerdictKind = 'rejects' | 'admits' | 'crashes' | 'unknown';

/** Where the deciding answer fell: before the view, in its authenticators/permissions/decorators, or in the handler. */
export type Stage = 'middleware' | 'gate' | 'handler';

/** One link of the chain that led to a verdict. `because` holds the links that it rests on. */
export interface Reason {
  readonly text: string;
  /** Source file or OpenAPI document. */
  readonly place?: Place;
  /** JSON pointer into the document, for reasons of the promised witness. */
  readonly pointer?: string;
  /** Id of an exchange (`x17`), for reasons of the observed witness. */
  readonly exchange?: string;
  readonly because?: readonly Reason[];
}

export interface Verdict {
  readonly verdict: VerdictKind;
  /** HTTP status, where known. */
  readonly status?: number;
  readonly stage?: Stage;
  /** What had to be assumed, one readable line each, e.g. `env:DISABLE_AUTH is unset`. */
  readonly conditions?: readonly string[];
  readonly reasons: readonly Reason[];
  /** For `unknown`: what the user can do about it, as a command or a sentence. */
  readonly next?: string;
  /**
   * What an admitted request gets, where the witness can tell: somebody's data, nothing, or an effect.
   * Rules use it for severity; the verdict stays `admits`.
   */
  readonly effect?: string;
  /** True when this request got more than the same request without a credential (compared by structure, never by length). */
  readonly richer?: boolean;
  /**
   * True for a rejection that counts where no valid token gets in: it rests on nothing modelled or configured, or a valid token was
   * seen to pass the check that it comes from.
   */
  readonly standsAlone?: boolean;
}

/** An `unknown` verdict with its one reason. */
export function unknownVerdict(text: string, place?: Place, next?: string): Verdict {
  return { verdict: 'unknown', reasons: [place ? { text, place } : { text }], ...(next ? { next } : {}) };
}
