/** Standard output and error: results to one, everything else to the other; a reader that goes away is no error. */
import type { WriteStream } from 'node:tty';

type Output = WriteStream | NodeJS.WriteStream;

export class Streams {
  #broken = false;
  #pending: Promise<void> = Promise.resolve();

  constructor(
    private readonly stdout: Output,
    private readonly stderr: Output,
  ) {
    // `unlatched scan | head` closes the pipe early: the exit code stays that of the scan.
    stdout.on('error', (error: NodeJS.ErrnoException) => {
      this.#broken = true;
      if (error.code !== 'EPIPE') this.error(`unlatched: cannot write to stdout: ${error.code ?? error.message}\n`);
    });
    stderr.on('error', () => {});
  }

  write(text: string): void {
    if (this.#broken) return;
    this.#pending = new Promise((resolve) => this.stdout.write(text, () => resolve()));
  }

  error(text: string): void {
    this.stderr.write(text);
  }

  /** Waits until everything has left: a pipe takes large reports slowly. */
  async flush(): Promise<void> {
    await this.#pending;
  }

  /** Columns of the terminal; 80 in a pipe. Below 40 nothing can be drawn. */
  get width(): number {
    const columns = this.stdout.isTTY ? this.stdout.columns : Number(process.env.COLUMNS);
    return columns >= 40 ? Math.min(columns, 200) : 80;
  }

  /** True when colours are wanted: a terminal, and neither NO_COLOR (no-color.org) nor TERM=dumb. */
  get color(): boolean {
    if (process.env.NO_COLOR) return false;
    return this.stdout.isTTY === true && process.env.TERM !== 'dumb';
  }

  get errorIsTerminal(): boolean {
    return this.stderr.isTTY === true;
  }

  get errorWidth(): number {
    return this.stderr.columns ?? 80;
  }
}
