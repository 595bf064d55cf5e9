/** Follows `$ref`: local pointers and files of the document's folder; cycles, depth and everything else end in a Problem. */
import type { DocumentFiles } from './files.ts';
import { referenceText } from './files.ts';
import { LIMITS } from './limits.ts';
import type { Problems } from './problems.ts';
import type { TextSource } from './text-source.ts';
import { child, isMap, keyPlace, kindOf, type TreeNode, textOf } from './tree.ts';

/** A node and the JSON pointer at which it stands in its own file. */
export interface Located {
  readonly node: TreeNode;
  readonly pointer: string;
}

export class References {
  readonly #files: DocumentFiles;
  readonly #problems: Problems;

  constructor(files: DocumentFiles, problems: Problems) {
    this.#files = files;
    this.#problems = problems;
  }

  /** The node itself, or what its `$ref` leads to in the end; null (and a Problem) when that cannot be had. */
  follow(start: Located): Located | null {
    const passed = new Set<TreeNode>();
    let current = start;
    for (;;) {
      const node = current.node;
      if (!isMap(node)) return current;
      const reference = child(node, '$ref');
      if (!reference) return current;
      const text = textOf(reference);
      const place = keyPlace(node, '$ref');
      if (text === null) {
        this.#problems.add('error', `$ref is ${kindOf(reference)} where a text is expected`, place);
        return null;
      }
      passed.add(node);
      const target = this.lookUp(text, node.source);
      const why =
        typeof target === 'string'
          ? target
          : passed.has(target.node)
            ? 'leads back to itself'
            : passed.size >= LIMITS.references
              ? `is one of more than ${LIMITS.references} in a row`
              : null;
      if (why !== null || typeof target === 'string') {
        this.#problems.add('error', referenceText(text, why ?? ''), place);
        return null;
      }
      current = target;
    }
  }

  /** What a reference names, seen from a file; a text says why there is nothing. */
  lookUp(reference: string, from: TextSource): Located | string {
    const hash = reference.indexOf('#');
    const filePart = hash === -1 ? reference : reference.slice(0, hash);
    const fragment = decodeFragment(hash === -1 ? '' : reference.slice(hash + 1));
    if (fragment === null) return 'has a wrong percent escape';
    let root: TreeNode | null = null;
    if (filePart === '') {
      root = this.#files.all.find((file) => file.source === from)?.root ?? null;
    } else {
      const file = this.#files.open(filePart, from);
      if (typeof file === 'string') return file;
      root = file.root;
    }
    if (!root) return 'leads to a file without contents';
    if (fragment === '') return { node: root, pointer: '' };
    if (!fragment.startsWith('/')) return 'names an anchor: only JSON pointers (#/...) are followed';
    let node: TreeNode | null = root;
    for (const token of fragment.slice(1).split('/')) {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
      if (node?.kind === 'list') node = /^(0|[1-9]\d{0,6})$/.test(key) ? (node.items[Number(key)] ?? null) : null;
      else node = child(node, key);
      if (!node) return 'leads to nothing';
    }
    return { node, pointer: fragment };
  }
}

function decodeFragment(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return null;
  }
}
