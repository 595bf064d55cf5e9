/** Errors that end a run, each with the exit code of the contract. */

export const EXIT = { clean: 0, findings: 1, usage: 2, notVerified: 3, internal: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Usage, configuration or unreadable input: exit code 2. The message is one line: what, where, what to do.
 * `code` is stable and kebab-case, for tests and other programs.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
