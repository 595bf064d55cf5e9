/** What stands in a path where a template has `{name}`: the caller writes it, so a path with parameters is many texts. */

import { pathsOf } from './earlier-routes.ts';
import type { Leaf } from './routes.ts';

export class PathExamples {
  private readonly leaves = new Map<string, Leaf>();
  private readonly known = new Map<string, readonly string[] | null>();

  constructor(leaves: readonly Leaf[]) {
    for (const leaf of leaves) if (hasParameter(leaf.path) && !this.leaves.has(leaf.path)) this.leaves.set(leaf.path, leaf);
  }

  /** Paths that a template stands for, of a part of it without what is fixed before and behind; null for other texts. */
  of(text: string): readonly string[] | null {
    if (!hasParameter(text)) return null;
    let found = this.known.get(text);
    if (found === undefined) {
      found = this.find(text);
      this.known.set(text, found);
    }
    return found;
  }

  private find(text: string): readonly string[] | null {
    const leaf = this.leaves.get(text);
    if (leaf) return examplesOf(leaf);
    for (const [template, other] of this.leaves) {
      const at = template.indexOf(text);
      const [before, behind] = [template.slice(0, at), template.slice(at + text.length)];
      if (at < 0 || hasParameter(before) || hasParameter(behind)) continue;
      return examplesOf(other)?.map((path) => path.slice(before.length, path.length - behind.length)) ?? null;
    }
    return null;
  }
}

function examplesOf(leaf: Leaf): readonly string[] | null {
  const paths = pathsOf(leaf.pattern, leaf.guards).map((path) => `/${path}`);
  return paths.length > 0 ? paths : null;
}

const hasParameter = (text: string): boolean => /\{\w+\}/.test(text);
