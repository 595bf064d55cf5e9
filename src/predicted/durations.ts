/** Durations and moments that stand in the source: `timedelta(days=30)`, `now + timedelta(minutes=LIFE)`, `int(time.time()) + 3600`. */
import { nodesIn } from '../python/nodes.ts';
import type { Node } from '../python/syntax.ts';

/** What the names of an expression stand for. */
export interface Names {
  /** The expression that a function gives a name, once and for all, or null. */
  valueOf(name: string): Node | null;
  /** A number under a name of the module, or null. */
  numberOf(name: string): number | null;
}

const SECONDS: Readonly<Record<string, number>> = { weeks: 604_800, days: 86_400, hours: 3600, minutes: 60, seconds: 1 };
/** Names that lead to further names, at most. */
const DEPTH = 5;

/** Seconds of a `timedelta`, or from now to a moment; null where that cannot be read. */
export function secondsAhead(node: Node, names: Names, depth = DEPTH): number | null {
  if (depth === 0) return null;
  const again = (inner: Node) => secondsAhead(inner, names, depth - 1);
  if (node.nodeType === 'Name') {
    const value = names.valueOf(node.id);
    return value && again(value);
  }
  if (node.nodeType === 'BinOp' && (node.op as Node).nodeType === 'Add') {
    const [left, right] = [node.left as Node, node.right as Node];
    if (isTime(left)) return numberIn(right, names, depth);
    if (isTime(right)) return numberIn(left, names, depth);
    return again(right) ?? again(left);
  }
  if (node.nodeType !== 'Call') return null;
  const args = node.args as Node[];
  const callee = node.func as Node;
  switch (nameOf(callee)) {
    case 'timedelta':
      return timedelta(node, names, depth);
    // The same moment in another form.
    case 'int':
    case 'round':
    case 'timegm':
      return args.length === 1 ? again(args[0]!) : null;
    case 'timestamp':
    case 'utctimetuple':
    case 'timetuple':
      return callee.nodeType === 'Attribute' && args.length === 0 ? again(callee.value) : null;
    default:
      return null;
  }
}

function timedelta(node: Node, names: Names, depth: number): number | null {
  const args = node.args as Node[];
  if (args.length > 1) return null;
  let sum = 0;
  for (const { arg, value } of [...args.map((value) => ({ arg: 'days', value })), ...(node.keywords as Node[])]) {
    const count = numberIn(value, names, depth);
    if (count === null || !(String(arg) in SECONDS)) return null;
    sum += SECONDS[String(arg)]! * count;
  }
  return sum;
}

/** A number, written out, worked out or under a name. */
function numberIn(node: Node, names: Names, depth: number): number | null {
  if (node.nodeType === 'Constant') return typeof node.value === 'number' || typeof node.value === 'bigint' ? Number(node.value) : null;
  if (node.nodeType === 'Name') {
    const value = depth > 1 ? names.valueOf(node.id) : null;
    return value ? numberIn(value, names, depth - 1) : names.numberOf(node.id);
  }
  if (node.nodeType !== 'BinOp') return null;
  const [left, right] = [numberIn(node.left, names, depth), numberIn(node.right, names, depth)];
  if (left === null || right === null) return null;
  const operator = (node.op as Node).nodeType;
  return operator === 'Mult' ? left * right : operator === 'Add' ? left + right : null;
}

/** `time.time()`, `int(time.time())`. */
function isTime(node: Node): boolean {
  if (node.nodeType !== 'Call') return false;
  const name = nameOf(node.func);
  const args = node.args as Node[];
  return name === 'int' || name === 'round' ? args.length === 1 && isTime(args[0]!) : name === 'time' && args.length === 0;
}

function nameOf(callee: Node): string {
  return String(callee.nodeType === 'Attribute' ? callee.attr : callee.id);
}

/** The names of a function, and of its module where the function has none of its own. */
export function namesIn(within: Node | null, numberOf: (name: string) => number | null): Names {
  const given = within ? valuesGiven(within) : new Map<string, Node | null>();
  return { valueOf: (name) => given.get(name) ?? null, numberOf: (name) => (given.has(name) ? null : numberOf(name)) };
}

/** Per name that the function gives a value: the value, or null where it is given more than one, or in another way. */
function valuesGiven(within: Node): Map<string, Node | null> {
  const found = new Map<string, Node | null>();
  const give = (name: string, value: Node | null) => found.set(name, found.has(name) ? null : value);
  const seen = new Set<Node>();
  for (const node of nodesIn([within.args, within.body])) {
    const target = node.nodeType === 'Assign' && (node.targets as Node[]).length === 1 ? (node.targets as Node[])[0]! : null;
    if (target?.nodeType === 'Name') {
      give(target.id, node.value);
      seen.add(target);
    } else if (node.nodeType === 'Name' && node.ctx?.nodeType === 'Store' && !seen.has(node)) give(node.id, null);
    else if (node.nodeType === 'arg') give(node.arg, null);
  }
  return found;
}
