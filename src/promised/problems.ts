/** Collects what is wrong with a document: each thing once, with its line, and never more than a reader can use. */
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { LIMITS } from './limits.ts';

export class Problems {
  readonly #list: Problem[] = [];
  readonly #seen = new Set<string>();
  /** Repeated notes: one entry stands for all of a kind. */
  readonly #repeated = new Map<string, { first: Problem; more: number }>();
  #left = 0;

  add(severity: Problem['severity'], text: string, place?: Place): void {
    const key = `${text}\n${place?.file}:${place?.line}:${place?.column}`;
    if (this.#seen.has(key)) return;
    if (this.#list.length >= LIMITS.problems) {
      this.#left += 1;
      return;
    }
    this.#seen.add(key);
    this.#list.push(place ? { severity, text, place } : { severity, text });
  }

  /** Like `add`, for what may occur at every operation: the first place is shown and the others are counted. */
  addOfKind(kind: string, severity: Problem['severity'], text: string, place?: Place): void {
    const known = this.#repeated.get(kind);
    if (known) known.more += 1;
    else if (this.#repeated.size >= LIMITS.problems) this.#left += 1;
    else this.#repeated.set(kind, { first: place ? { severity, text, place } : { severity, text }, more: 0 });
  }

  get firstError(): Problem | null {
    return this.list.find((problem) => problem.severity === 'error') ?? null;
  }

  get list(): readonly Problem[] {
    const repeated = [...this.#repeated.values()].map(({ first, more }) =>
      more === 0 ? first : { ...first, text: `${first.text} (and ${more} more like it)` },
    );
    const left: Problem[] =
      this.#left === 0 ? [] : [{ severity: 'warning', text: `${this.#left} more problems of the document are not listed` }];
    return [...this.#list, ...repeated, ...left];
  }
}

/** A name or value of the document as it may stand in a one-line message: short, and without control characters. */
export function quote(text: string): string {
  let short = '';
  let count = 0;
  for (const character of text) {
    if (count === LIMITS.quoted) return `"${short}..."`;
    short += /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character) ? '?' : character;
    count += 1;
  }
  return `"${short}"`;
}
