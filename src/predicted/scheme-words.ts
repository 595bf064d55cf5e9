/**
 * Words that code looks for in front of a token. Authenticators that say theirs in an attribute are asked for it; others, decorators and
 * middleware have it in their code. They are sent a word that nobody has, and what they compare it with is theirs.
 */
import type { VM } from '../interpreter/vm.ts';

/** A scheme word of nobody. */
export const NOBODYS_WORD = 'Unlatched';

/** A word in front of a token in `Authorization`. With figures in it, a text is rather a key than a word. */
export const SCHEME = /^([A-Za-z][A-Za-z_-]{1,20})[ :]?$/;
/** What other headers have in front: the algorithm of a signature (`sha256=...`), or its version. */
export const LABEL = /^([A-Za-z][\w-]{0,20})=?$/;

/** Most words that are tried for one operation. */
const MOST_WORDS = 4;

export class SchemeWords {
  private readonly found = new Set<string>();

  /** @param form a text that is one, its word in a group */
  constructor(
    private readonly vm: VM,
    private readonly form: RegExp,
  ) {}

  /**
   * The words that code on the way of a request compares its scheme word with, and those found before.
   * @param send sends a request with {@link NOBODYS_WORD}
   * @param tried what is no news
   */
  ask(send: () => void, tried: readonly string[]): readonly string[] {
    const { hooks } = this.vm;
    hooks.textsMeet = (one, other) => {
      if (isNobodys(one)) this.add(other);
      else if (isNobodys(other)) this.add(one);
    };
    try {
      send();
    } finally {
      hooks.textsMeet = null;
    }
    const known = new Set(tried.map((word) => word.toLowerCase()));
    return [...this.found].filter((word) => !known.has(word.toLowerCase())).slice(-MOST_WORDS);
  }

  private add(text: string): void {
    const word = this.form.exec(text)?.[1];
    if (word !== undefined) this.found.add(word);
  }
}

/** Whether a text is what was sent, or the word of it, whole or cut off. */
function isNobodys(text: string): boolean {
  const small = text.toLowerCase();
  const word = NOBODYS_WORD.toLowerCase();
  return small.startsWith(word) || (small.length >= 4 && word.startsWith(small));
}
