/**
 * Texts with gaps, such as the path of a request whose parameters the caller chooses (`hooks.textsOf` knows them): what is asked of one
 * is open where it holds for some of the texts that it stands for and not for others.
 */
import { list, type PyStr, type PyUnknown, str, unknown, type Value } from './values.ts';
import type { TextTest, VM } from './vm.ts';
import { told, WatchedText } from './watched.ts';

/** @returns null where the text has no gaps: it is asked in the plain way */
export function holdsWithGaps(vm: VM, subject: Value, test: TextTest, shown: string): boolean | null {
  if (!mayHaveGaps(vm, subject)) return null;
  const share = told([subject], ([text]) => ({ k: 'num', v: shareOf(vm, (text as PyStr).v, test), float: true }) as const).v;
  if (share === 0 || share === 1) return share === 1;
  const about = openText(vm, shown);
  return vm.fork(about, '', [`not so: ${shown}`, shown]) === 1;
}

/** Whether a text with gaps is one of some texts. */
export function isAmong(vm: VM, subject: Value, texts: readonly string[], shown: string): boolean | null {
  const test = { source: texts.map(escaped).join('|'), how: 'fullmatch', holds: (text: string) => texts.includes(text) } as const;
  return holdsWithGaps(vm, subject, test, shown);
}

/** `startswith` and `endswith`. */
export function hasAffix(vm: VM, subject: Value, end: 'startswith' | 'endswith', given: Value | undefined): boolean | null {
  if (!mayHaveGaps(vm, subject) || !given) return null;
  const texts = textsIn(vm, given);
  if (texts === null) return null;
  const source = `(?:${texts.map(escaped).join('|')})`;
  const isFirst = end === 'startswith';
  const holds = (text: string) => texts.some((one) => (isFirst ? text.startsWith(one) : text.endsWith(one)));
  const test = isFirst ? ({ source, how: 'match', holds } as const) : ({ source: `${source}$`, how: 'search', holds } as const);
  return holdsWithGaps(vm, subject, test, `${end} ${texts.join(', ')}`);
}

/** Whether a text with gaps contains another. */
export function hasInside(vm: VM, subject: Value, text: string): boolean | null {
  return holdsWithGaps(vm, subject, { source: escaped(text), how: 'search', holds: (one) => one.includes(text) }, `contains ${text}`);
}

const ANYTHING: TextTest = { source: '', how: 'match', holds: () => true };

/** Whether something may stand in a text that the text does not show. */
export function hasGaps(vm: VM, text: string): boolean {
  return text.includes('{') && (vm.hooks.textsOf?.(text, ANYTHING) ?? null) !== null;
}

/** Methods that take a text apart, or say where in it something stands. */
const AT_TEXT = new Set(['split', 'rsplit', 'partition', 'rpartition', 'find', 'rfind', 'index', 'rindex', 'count', 'removesuffix']);

/** What such a method gives where what it looks for may stand in a gap; null where the text says it all. */
export function openPieces(vm: VM, method: string, subject: Value, given: readonly Value[]): Value | null {
  const [at, limit] = given;
  if (!AT_TEXT.has(method) || at?.k !== 'str' || at.v === '' || !mayHaveGaps(vm, subject)) return null;
  const text = (subject as PyStr).v;
  const shown = text.split(at.v);
  const source = `(?:[\\s\\S]*?${escaped(at.v)}){${shown.length}}`;
  const texts = vm.hooks.textsOf?.(text, { source, how: 'match', holds: (one) => one.split(at.v).length > shown.length });
  if (!texts?.some((one) => one.split(at.v).length > shown.length)) return null;
  const open = openText(vm, `${method} of ${text} at ${at.v}`);
  const first = shown.findIndex((piece) => piece.includes('{'));
  if (method !== 'split' || limit !== undefined) return open;
  const made = list(shown.slice(0, first).map(str));
  made.fuzzy = open;
  return made;
}

/** Part of a text with gaps: what stands before the first one, or all behind a place before it; otherwise it is open. */
export function sliceWithGaps(vm: VM, text: string, indexes: readonly number[]): Value | null {
  const gap = vm.hooks.textsOf ? text.indexOf('{') : -1;
  if (gap < 0 || indexes.length === 0) return null;
  const [first, last] = [indexes[0]!, indexes.at(-1)!];
  const [from, to] = [Math.min(first, last), Math.max(first, last) + 1];
  if (to <= gap || (from <= gap && to === text.length) || !hasGaps(vm, text)) return null;
  return openText(vm, `${text}[${from}:${to}]`);
}

/** The known texts of a text or a container; null where one is not known. */
export function textsIn(vm: VM, given: Value): readonly string[] | null {
  const value = vm.force(given, null);
  if (value.k === 'str') return value instanceof WatchedText ? null : [value.v];
  const items =
    value.k === 'tuple' || (value.k === 'list' && !value.fuzzy)
      ? value.items
      : value.k === 'set' && !value.fuzzy
        ? [...value.entries.values()]
        : value.k === 'dict' && !value.fuzzy
          ? [...value.entries.values()].map(({ key }) => key)
          : null;
  const texts = items?.flatMap((item) => (item.k === 'str' && !(item instanceof WatchedText) ? [item.v] : []));
  return texts && texts.length === items!.length ? texts : null;
}

/** False for most texts, at little cost. */
export function mayHaveGaps(vm: VM, subject: Value): boolean {
  return subject.k === 'str' && vm.hooks.textsOf !== null && (subject instanceof WatchedText || subject.v.includes('{'));
}

/** Whether a test holds for all texts that one stands for (1), for none (0) or for some. A text without gaps stands for itself. */
function shareOf(vm: VM, text: string, test: TextTest): number {
  const texts = (text.includes('{') ? vm.hooks.textsOf?.(text, test) : null) ?? [text];
  const held = texts.filter(test.holds).length;
  return held === 0 ? 0 : held === texts.length ? 1 : SOME;
}
const SOME = 0.5;

/** What depends on the gaps of a text. */
export function openText(vm: VM, symbol: string): PyUnknown {
  return vm.hooks.openText?.(symbol) ?? unknown('opaque', symbol, 'a text with gaps', null);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
