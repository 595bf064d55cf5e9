/** What a reader has to say about the text of a file: a few problems in words, and every place where the tree lacks something. */

import { quote } from './problems.ts';
import type { Span, TextSource } from './text-source.ts';
import type { TreeNode } from './tree.ts';

export interface ReadProblem {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  readonly span: Span;
}

export interface ReadResult {
  readonly root: TreeNode | null;
  readonly problems: readonly ReadProblem[];
  /** Where parts that the author wrote may be missing from the tree. */
  readonly broken: readonly Span[];
}

/** Problems in words of each severity; a hostile text has millions, and after one syntax error most others follow from it. */
const LISTED = { error: 20, warning: 300 } as const;

export class ReadProblems {
  readonly problems: ReadProblem[] = [];
  readonly broken: Span[] = [];
  readonly #counts = { error: 0, warning: 0 };

  /** The text could not be read as it was meant, and the tree lacks something here. */
  lost(severity: ReadProblem['severity'], text: string, span: Span): void {
    this.broken.push(span);
    this.note(severity, text, span);
  }

  /** Something is odd, and nothing is lost. */
  note(severity: ReadProblem['severity'], text: string, span: Span): void {
    this.#counts[severity] += 1;
    if (this.#counts[severity] <= LISTED[severity]) this.problems.push({ severity, text, span });
  }

  /** Two equal keys in one map: readers differ in which one counts; most take the last. */
  duplicateKey(source: TextSource, key: string, first: Span, second: Span): void {
    if (this.#counts.warning >= LISTED.warning) return;
    const text = `the key ${quote(key)} stands here for the second time (first in line ${source.place(first).line}): the last one counts`;
    this.note('warning', text, second);
  }

  result(root: TreeNode | null): ReadResult {
    return { root, problems: this.problems, broken: this.broken };
  }
}
