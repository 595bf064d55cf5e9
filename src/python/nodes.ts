/** Walks over syntax trees. */
import type { Node } from './syntax.ts';

/** A node, or all of a list of them, with everything below, outer nodes first; below those of the types of `closed` nothing is looked at. */
export function* nodesIn(part: unknown, closed: ReadonlySet<string> = NONE): Generator<Node> {
  if (Array.isArray(part)) {
    for (const item of part) yield* nodesIn(item, closed);
    return;
  }
  if (typeof part !== 'object' || part === null || !('nodeType' in part)) return;
  const node = part as Node;
  yield node;
  if (closed.has(node.nodeType)) return;
  for (const value of Object.values(node)) if (typeof value === 'object') yield* nodesIn(value, closed);
}

const NONE: ReadonlySet<string> = new Set();
