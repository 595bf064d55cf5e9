/** What a command is given and what it answers. */
import type { GivenOptions } from '../config/resolve.ts';
import type { Streams } from './streams.ts';

export interface Run {
  readonly streams: Streams;
  /** Aborted by Ctrl-C; the second one ends the program at once. */
  readonly signal: AbortSignal;
}

/**
 * A command: positional arguments, then options by their long names; answers with the exit code.
 * Throws UsageError for everything that the user can mend.
 */
export type CommandFunction = (run: Run, args: readonly string[], given: GivenOptions) => Promise<number>;
