/** Tells the hook `textsMeet` of texts that a program compares, or of which it looks for one in the other. */
import type { Value } from './values.ts';
import type { VM } from './vm.ts';

/** @param other a text, or a list of them */
export function tellTexts(vm: VM, one: Value, other: Value): void {
  const tell = vm.hooks.textsMeet;
  if (!tell || (one.k !== 'str' && one.k !== 'bytes')) return;
  const others = other.k === 'list' || other.k === 'tuple' ? other.items : other.k === 'set' ? other.entries.values() : [other];
  for (const text of others) if (text.k === 'str' || text.k === 'bytes') tell(one.v, text.v);
}

/** Words that a regular expression spells out; names of its groups and classes of characters are none. */
const SPELT = /(?<![\\\w<[-])[A-Za-z][\w-]*/g;

/** Tells of the words that a pattern would find in a text. */
export function tellWords(vm: VM, pattern: string, subject: Value): void {
  if (subject.k !== 'str' && subject.k !== 'bytes') return;
  for (const [word] of pattern.matchAll(SPELT)) vm.hooks.textsMeet?.(subject.v, word);
}
