/** Tells the hook `textsMeet` of texts that a program compares, or of which it looks for one in the other. */
import type { Value } from './values.ts';
import type { VM } from './vm.ts';

/** @param other a text, or a list of them */
export function tellTexts(vm: VM, one: Value, other: Value): void {
  const tell = vm.hooks.textsMeet;
  const text = knownOf(one);
  if (!tell || text === undefined) return;
  const others = other.k === 'list' || other.k === 'tuple' ? other.items : other.k === 'set' ? other.entries.values() : [other];
  for (const each of others) {
    const met = knownOf(each);
    if (met !== undefined) tell(text, met);
  }
}

/** A text; of one with unknown parts, how it begins. */
function knownOf(value: Value): string | undefined {
  if (value.k === 'unknown') return value.frame?.start;
  return value.k === 'str' || value.k === 'bytes' ? value.v : undefined;
}

/** Texts that a regular expression, of Python or of JavaScript, spells out one by one: names of its groups and classes of characters are none. */
export function textsSpelt(pattern: string): readonly string[] {
  const plainly = pattern.replace(/\[(?:\\.|[^\]])*\]|\\[a-zA-Z]|\{[\d,]*\}|\(\?(?:P?<\w+>|[:=!]|<[=!])/g, ' ');
  return [...plainly.matchAll(/(?:\\\W|[\w/=&-])+/g)].map(([run]) => run.replace(/\\/g, ''));
}

/** Tells of the texts that a pattern would find in another. */
export function tellSpelt(vm: VM, pattern: string, subject: Value): void {
  if (subject.k !== 'str' && subject.k !== 'bytes') return;
  for (const text of textsSpelt(pattern)) vm.hooks.textsMeet?.(subject.v, text);
}
