/** What a loop gathers from one round to the next, where nobody knows how many rounds there are. */
import { nodesIn } from '../python/nodes.ts';
import type { Node } from '../python/syntax.ts';
import { type Ended, NORMAL } from './outcome.ts';
import { derived, type PyList, type PyUnknown, type Scope, type Value } from './values.ts';
import type { VM } from './vm.ts';

export interface Gathered {
  /** Places that rounds set and that stand there before the first: flags, counters, what was there last. */
  readonly places: number;
  /** Counters among them, with their values before. */
  readonly counters: ReadonlyMap<string, Value>;
  /** Lists that rounds add to, with how many elements they have before. */
  readonly lists: ReadonlyMap<PyList, readonly Value[]>;
}

interface Written {
  readonly names: ReadonlySet<string>;
  readonly counters: ReadonlySet<string>;
  /** Attributes and items with a name of their own. */
  readonly others: number;
  readonly lists: ReadonlySet<string>;
}

const FUNCTIONS = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);
const ADDS = new Set(['append', 'extend', 'insert']);
const known = new WeakMap<Node, Written>();

/** One round sets one of several flags: as many are gone through as there are, but no more than this. */
const MOST_ROUNDS = 3;

/** A text that is split at something has a part at least, be it empty (Python library reference, `str.split`). */
export function isNeverEmpty(elements: PyUnknown): boolean {
  return /\.r?split\('(?:[^'\\]|\\.)+'(?:,[^(),]*)?\)$/.test(elements.symbol);
}

/** What a loop gathers; null where each round is for itself. To be asked before the first round. */
export function gatheredBy(vm: VM, loop: Node, scope: Scope): Gathered | null {
  let written = known.get(loop);
  if (!written) {
    written = writtenIn(loop);
    known.set(loop, written);
  }
  const { names, counters, others, lists } = written;
  const standing = [...names].filter((name) => scope.vars.has(name));
  const held = [...lists].flatMap((name) => {
    const value = scope.vars.get(name);
    const list = value && vm.force(value, null);
    return list?.k === 'list' ? [[list, list.items.slice()] as const] : [];
  });
  const places = standing.length + others;
  if (places === 0 && held.length === 0) return null;
  return {
    places,
    counters: new Map(standing.filter((name) => counters.has(name)).map((name) => [name, scope.vars.get(name)!])),
    lists: new Map(held),
  };
}

/** The rounds behind the first; what ends the loop early, or null. */
export function moreRounds(vm: VM, { places }: Gathered, from: PyUnknown, round: (element: Value) => Ended | null): Ended | null {
  if (places === 0) return null;
  const last = Math.min(Math.max(2, places), MOST_ROUNDS);
  for (let n = 2; n <= last; n++) {
    const element = derived(from, `[*${n}]`);
    // Both ways are joined before the next round.
    const ended = vm.explorer.run(() =>
      vm.fork(element, 'is there', ['there are no more elements', 'there is another element']) === 1 ? (round(element) ?? NORMAL) : NORMAL,
    );
    if (ended.how !== 'normal') return ended;
  }
  return null;
}

/** Counters may have got any number, and lists more elements, where a round has changed them at all. */
export function widen(vm: VM, { counters, lists }: Gathered, from: PyUnknown, scope: Scope): void {
  for (const [name, before] of counters) {
    const now = scope.vars.get(name);
    if (!now || now === before) continue;
    const many = derived(from, `:counted ${name}`);
    const { value } = vm.explorer.run(() => ({
      how: 'return',
      value: vm.fork(many, 'are more', ['there are no more elements', 'there are more elements']) === 1 ? many : now,
    }));
    vm.heap.setMap(scope.vars, name, value!);
  }
  for (const [list, before] of lists)
    if (list.items.length > before.length && !list.fuzzy) vm.heap.setField(list, 'fuzzy', derived(from, ':gathered'));
}

function writtenIn(loop: Node): Written {
  const names = new Set<string>();
  const counters = new Set<string>();
  const others = new Set<string>();
  const lists = new Set<string>();
  const set = (target: Node): void => {
    if (target.nodeType === 'Name') names.add(target.id);
    else if (target.nodeType === 'Tuple' || target.nodeType === 'List') for (const part of target.elts as Node[]) set(part);
    else if (target.nodeType === 'Starred') set(target.value);
    else if (target.nodeType === 'Attribute') others.add(`.${target.attr}`);
    else if (target.nodeType === 'Subscript' && (target.slice as Node).nodeType === 'Constant') others.add(`[${target.slice.value}]`);
  };
  for (const node of nodesIn(loop.body, FUNCTIONS)) {
    if (node.nodeType === 'Assign') for (const target of node.targets as Node[]) set(target);
    if (node.nodeType === 'AugAssign' || node.nodeType === 'NamedExpr' || (node.nodeType === 'AnnAssign' && node.value)) set(node.target);
    if (node.nodeType === 'AugAssign' && node.target.nodeType === 'Name') {
      if (node.value.nodeType === 'Constant' && typeof node.value.value === 'number') counters.add(node.target.id);
      else lists.add(node.target.id);
    }
    const called = node.nodeType === 'Call' ? (node.func as Node) : null;
    if (called?.nodeType === 'Attribute' && ADDS.has(called.attr) && called.value.nodeType === 'Name') lists.add(called.value.id);
  }
  return { names, counters, others: others.size, lists };
}
