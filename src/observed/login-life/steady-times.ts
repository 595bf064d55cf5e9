/** Whether two kinds of requests take different times, where a network or a busy server blurs each of them. */

/** Milliseconds that two medians must lie apart, and how many times as far as the times of one kind do. */
const APART = 50;
const TIMES_THE_SPREAD = 3;

export interface TimesApart {
  readonly left: number;
  readonly right: number;
}

/**
 * The medians of two series that were measured in turn, in milliseconds.
 * @returns null where they do not lie clearly apart: more than 50 ms, and more than three times what the middle five of seven differ by
 */
export function timesApart(left: readonly number[], right: readonly number[]): TimesApart | null {
  const [one, other] = [sorted(left), sorted(right)];
  const medians = { left: middle(one), right: middle(other) };
  const spread = Math.max(withoutEnds(one), withoutEnds(other));
  const apart = Math.abs(medians.left - medians.right);
  return apart > APART && apart > TIMES_THE_SPREAD * spread ? medians : null;
}

/** True where each pair of a first few points the same way: else there is nothing to measure. */
export function mayBeApart(left: readonly number[], right: readonly number[]): boolean {
  const signs = left.map((time, index) => (Math.abs(time - right[index]!) > APART ? Math.sign(time - right[index]!) : 0));
  return signs.length > 0 && signs[0] !== 0 && signs.every((sign) => sign === signs[0]);
}

function sorted(times: readonly number[]): readonly number[] {
  return [...times].sort((a, b) => a - b);
}

function middle(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** From the second smallest to the second largest: one slow answer is an accident. */
function withoutEnds(times: readonly number[]): number {
  return times.length < 4 ? (times.at(-1) ?? 0) - (times[0] ?? 0) : times.at(-2)! - times[1]!;
}
