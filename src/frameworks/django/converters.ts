/** What the converters of a `path()` route take: their regular expressions, and what `to_python` of the project refuses. */

import { PyRaise } from '../../interpreter/signals.ts';
import { args, type PyInst, str, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import { failureText } from './attempt.ts';

export interface Converter {
  /** JavaScript source. */
  readonly regex: string;
  /** False where `to_python` raises ValueError, which is no match (django/urls/resolvers.py, RoutePattern.match); null = takes every match. */
  readonly takes: ((text: string) => boolean) | null;
  /** What the view gets is true in any case: Django's own converters but `int`, whose 0 is not. */
  readonly filled: boolean;
}

/** The converters of a RoutePattern by parameter name; those that are not known are left out. */
export function convertersOf(vm: VM, pattern: PyInst): ReadonlyMap<string, Converter> {
  const out = new Map<string, Converter>();
  const found = vm.findAttr(pattern, 'converters', null);
  if (found?.k !== 'dict') return out;
  for (const { key, value } of found.entries.values()) {
    const regex = value.k === 'inst' ? vm.findAttr(value, 'regex', null) : null;
    if (key.k !== 'str' || value.k !== 'inst' || regex?.k !== 'str') continue;
    const method = vm.lookup(value.cls, 'to_python');
    const own = method?.k === 'func' && method.unit.own;
    const name = method?.k === 'func' ? method.qualname.split('.')[0] : '';
    out.set(key.v, {
      regex: regex.v.replace(/\(\?P</g, '(?<'),
      takes: own ? taking(vm, value) : null,
      filled: !own && name !== 'IntConverter' && !new RegExp(`^(?:${regex.v.replace(/\(\?P</g, '(?<')})$`).test(''),
    });
  }
  return out;
}

function taking(vm: VM, converter: PyInst): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = !refuses(vm, converter, text);
    answers.set(text, answer);
    return answer;
  };
}

function refuses(vm: VM, converter: PyInst, text: string): boolean {
  try {
    const convert = (): Value => vm.call(vm.getAttr(converter, 'to_python', null), args(str(text)), null);
    vm.explorer.run(() => ({ how: 'return', value: convert() }));
    return false;
  } catch (error) {
    if (error instanceof PyRaise) {
      const value = vm.force(error.value, null);
      return value.k === 'inst' && value.cls.mro.some((cls) => cls.name === 'ValueError');
    }
    if (failureText(vm, error) === null) throw error;
    return false;
  }
}
