/** One request and its answer, redacted when it was captured. */

export interface Exchange {
  /** `x1`, `x2`, ... */
  readonly id: string;
  readonly probe: string;
  readonly operation: string | null;
  readonly request: { readonly method: string; readonly url: string; readonly headers: readonly (readonly [string, string])[] };
  readonly response: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    /** Redacted, at most 200 characters. */
    readonly excerpt: string;
  } | null;
  /** Why there is no response. */
  readonly error?: string;
  readonly answerClass: string;
  /**
   * What is seen beside the answer itself: it gives away a `debug-page` of Django, with settings and code, a
   * `traceback`, or to anybody a `private-key`; or the server has fetched an address that the request named.
   */
  readonly shows?: 'debug-page' | 'traceback' | 'private-key' | 'fetched-address';
  /** One shell line with `$TOKEN` in place of the secret. */
  readonly curl: string;
  readonly duration: number;
}
