/** What the intrinsic modules share: arguments by position or name, as constants where they are. */
import type { Site } from '../../python/syntax.ts';
import { type Args, args, builtin, NONE, type PyBuiltin, type PyUnknown, str, type Value } from '../values.ts';
import type { VM } from '../vm.ts';

export type Run = (vm: VM, given: Args, site: Site | null) => Value;

/** A module's names from functions and values. */
export function moduleOf(prefix: string, functions: Record<string, Run>, values: Record<string, Value> = {}): Map<string, Value> {
  const vars = new Map<string, Value>(Object.entries(values));
  for (const [name, run] of Object.entries(functions))
    vars.set(name, builtin(prefix ? `${prefix}.${name}` : name, run as PyBuiltin['call']));
  return vars;
}

/** The n-th argument, or the keyword of that name, on this path; built-in values inside instances come out. */
export function argument(vm: VM, given: Args, index: number, name: string, site: Site | null): Value {
  const value = given.positional[index] ?? given.keywords.get(name);
  if (!value) return NONE;
  const forced = vm.force(value, site);
  return forced.k === 'inst' && forced.payload ? forced.payload : forced;
}

/** Text of a str or bytes argument; null for anything else. */
export function textOf(value: Value): string | null {
  return value.k === 'str' || value.k === 'bytes' ? value.v : null;
}

/** The first unknown among the arguments. */
export function unknownAmong(vm: VM, given: Args, site: Site | null): PyUnknown | null {
  for (const value of given.positional) {
    const forced = vm.force(value, site);
    if (forced.k === 'unknown') return forced;
  }
  return given.fuzzy ?? null;
}

/** Raises an instance of an exception class with a message. */
export function raiseClass(vm: VM, cls: Value, message: string, site: Parameters<Run>[2]): never {
  const instance = vm.call(cls, args(str(message)), site);
  return vm.raiseValue(instance, site);
}
