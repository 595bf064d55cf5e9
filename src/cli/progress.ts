/** Draws the events of a run on stderr: one line that is rewritten on a terminal, nothing or plain lines elsewhere. */
import type { ScanEvent } from '../model/events.ts';
import { plain } from '../reports/text/plain.ts';
import type { Streams } from './streams.ts';

export interface ProgressOptions {
  readonly progress: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** At most so often is the line drawn again; a scan emits thousands of events. */
const REDRAW_MS = 80;

export class Progress {
  readonly #live: boolean;
  #phase = '';
  #drawn = false;
  #last = 0;

  constructor(
    private readonly streams: Streams,
    private readonly options: ProgressOptions,
  ) {
    this.#live = !options.quiet && (options.progress === 'always' || (options.progress === 'auto' && streams.errorIsTerminal));
  }

  readonly emit = (event: ScanEvent): void => {
    if (event.type === 'note') {
      if (!this.options.quiet) this.#line(`unlatched: ${plain(event.text)}`);
    } else if (event.type === 'phase') {
      this.#phase = `${event.witness}  ${plain(event.text)}`;
      if (this.options.verbose) this.#line(`unlatched: ${this.#phase}`);
      else this.#draw(this.#phase, true);
    } else {
      this.#draw(`${this.#phase}  ${event.done} of ${event.total}`, event.done === event.total);
    }
  };

  /** Takes the line away; results follow. */
  done(): void {
    if (this.#drawn) this.streams.error('\r\u001b[K');
    this.#drawn = false;
  }

  #line(text: string): void {
    this.done();
    this.streams.error(`${text}\n`);
  }

  #draw(text: string, force: boolean): void {
    if (!this.#live) return;
    const now = Date.now();
    if (!force && now - this.#last < REDRAW_MS) return;
    this.#last = now;
    this.#drawn = true;
    this.streams.error(`\r\u001b[K${text.slice(0, Math.max(10, this.streams.errorWidth - 1))}`);
  }
}
