/**
 * The checks that turn a request away, and whether another request passes them. Where the right token passes the very check that
 * another one fails, the rejection is about the token, whatever stands behind that check.
 */
import type { PyClass } from '../interpreter/values.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Ending } from './ending.ts';
import type { HookCall } from './trace.ts';

/** A method that turns a request away, of the class that it was called on. */
export interface Check {
  readonly name: string;
  readonly cls: PyClass;
}

/** Hooks that give whom they know, and those that say yes or no. What others raise comes out of these, or of code of the project. */
const GIVING = new Set(['authenticate', 'authenticate_credentials', 'get_user', 'get_validated_token']);
const DECIDING = new Set([...GIVING, 'has_permission', 'has_object_permission', 'test_func']);

/** The checks that ended these ways in front of the handler; null where one of them ended for something else. */
export function checksFailed(endings: readonly Ending[]): readonly Check[] | null {
  const failed: Check[] = [];
  for (const { stage, trace } of endings) {
    const asked = trace.hooks.filter(({ name }) => DECIDING.has(name));
    const last = asked.at(-1);
    // After the last one was passed, something else turned it away.
    if (stage !== 'gate' || !last || !fails(last)) return null;
    for (const { name, self } of asked.filter(fails)) {
      if (self.k !== 'inst') return null;
      if (!failed.some((one) => one.name === name && one.cls === self.cls)) failed.push({ name, cls: self.cls });
    }
  }
  return failed;
}

/** Whether a request came through all of these checks. */
export function passesAll(ending: Ending | null, checks: readonly Check[]): boolean {
  const hooks = ending?.trace.hooks ?? [];
  return checks.every(({ name, cls }) => {
    const calls = hooks.filter((hook) => hook.name === name && hook.self.k === 'inst' && hook.self.cls === cls);
    return calls.length > 0 && calls.every(passes);
  });
}

/**
 * Whether a token was turned away for its form alone: by steps that turn the right one of this run away as well, which is a text like
 * any other, and not the request without one. What becomes of a token that has the form, it does not show.
 */
export function isAboutForm(verdict: Verdict, ofValid: Verdict, ofNone: Verdict): boolean {
  const steps = ({ reasons }: Verdict) => JSON.stringify(reasons);
  return ofValid.verdict === 'rejects' && steps(verdict) === steps(ofValid) && steps(verdict) !== steps(ofNone);
}

function fails({ name, value, raised }: HookCall): boolean {
  if (raised !== null || value === null) return raised !== null;
  // An authenticator that gives nobody leaves it to the next one.
  return (value.k === 'bool' && !value.v) || (value.k === 'none' && !GIVING.has(name));
}

/** An authenticator gives somebody, a permission a yes. */
function passes({ value, raised }: HookCall): boolean {
  if (raised !== null || value === null) return false;
  return value.k === 'bool' ? value.v : value.k === 'tuple' || value.k === 'inst';
}
