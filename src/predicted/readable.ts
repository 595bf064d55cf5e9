/** Texts about values, for people: the numbers that tell objects apart differ from run to run and mean nothing to a reader. */
import type { Verdict } from '../model/verdict.ts';

/** `User#o:512.is_active` becomes `User.is_active`; an object among arguments becomes `...`, a number or text itself. */
export function readable(text: string): string {
  return text
    .replace(/#o:\d+/g, '')
    .replace(/\bo:\d+/g, '...')
    .replace(/(?<=[(,[])[nsb]:(?=\S)/g, '');
}

/** A verdict with all its texts readable. */
export function readableVerdict(verdict: Verdict): Verdict {
  return {
    ...verdict,
    ...(verdict.conditions ? { conditions: [...new Set(verdict.conditions.map(readable))] } : {}),
    reasons: verdict.reasons.map((reason) => ({ ...reason, text: readable(reason.text) })),
    ...(verdict.effect ? { effect: readable(verdict.effect) } : {}),
  };
}
