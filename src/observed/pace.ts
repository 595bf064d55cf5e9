/** How fast and how much may be sent: a rate, a common pause after 429, and a budget. */

/** Longest pause that a server can ask for, and longest sum of pauses in a run, in milliseconds. */
const LONGEST_PAUSE = 10_000;
const ALL_PAUSES = 60_000;

export class Pace {
  private next = 0;
  private paused = 0;
  private left: number;

  /**
   * @param rate requests a second; null = unlimited
   * @param budget number of requests; null = unlimited
   */
  constructor(
    private readonly rate: number | null,
    budget: number | null,
  ) {
    this.left = budget ?? Number.POSITIVE_INFINITY;
  }

  /** Takes one request from the budget, `reserve` being left for later; false when there is none. */
  take(reserve: number): boolean {
    if (this.left <= reserve) return false;
    this.left -= 1;
    return true;
  }

  /** Waits for the next slot; returns early when the signal fires. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.next);
    if (this.rate !== null && this.rate > 0) this.next = at + 1000 / this.rate;
    if (at > now) await sleep(at - now, signal);
  }

  /**
   * Holds everything for as long as the server asked; without a number, for one second.
   * @returns false when that is longer than this run waits
   */
  hold(retryAfter: string | null): boolean {
    const wait = retryDelay(retryAfter);
    const until = Date.now() + wait;
    // Requests of the same moment ask for the same pause: it counts once.
    const added = Math.max(0, until - Math.max(this.next, Date.now()));
    if (wait > LONGEST_PAUSE || this.paused + added > ALL_PAUSES) return false;
    this.paused += added;
    this.next = Math.max(this.next, until);
    return true;
  }
}

/** Seconds or an HTTP date (RFC 9110 section 10.2.3) as milliseconds from now. */
function retryDelay(value: string | null): number {
  if (value === null) return 1000;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 1000 : Math.max(0, date - Date.now());
}

/** Longest that a limit on guessing is waited for, and how long where its answer does not say, in milliseconds. */
const LONGEST_LIMIT = 60_000;

/**
 * Waits until a limit on guessing has passed.
 * @param retryAfter the header of the answer that was slowed down
 * @returns false when that takes longer than anybody waits, or the run is broken off
 */
export async function outlast(retryAfter: string | null, signal: AbortSignal): Promise<boolean> {
  const wait = retryAfter === null ? LONGEST_LIMIT : retryDelay(retryAfter);
  if (wait > LONGEST_LIMIT) return false;
  await sleep(wait + 1000, signal);
  return !signal.aborted;
}

/** Sleeps, or less when the signal fires. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
