/** Paths of reasons that several answers take: each stands once on the page, and the answers lead to it. */
import type { ScanResult } from '../../model/scan-result.ts';
import type { Step } from '../digest/steps.ts';
import { pathBlock, stepText } from './findings.ts';
import { type Content, type Html, html } from './tag.ts';

/** Where a shorter path would be replaced by a link, the link would be longer. */
const MIN_STEPS = 2;

interface Path {
  readonly block: Html;
  readonly number: number;
}

/** Collects paths in a first pass over the page, and writes links to those that came more than once in the second. */
export class SharedPaths {
  readonly #counts = new Map<string, number>();
  readonly #paths = new Map<string, Path>();
  #collecting = true;

  constructor(private readonly result: ScanResult) {}

  /** Ends the first pass. */
  collected(): void {
    this.#collecting = false;
  }

  /** The path itself where it is short or stands once, else its last step as a link to the whole. */
  block(steps: readonly Step[]): Content {
    const whole = pathBlock(steps, this.result);
    if (steps.length < MIN_STEPS) return whole;
    const block = html`${whole}`;
    const { markup } = block;
    if (this.#collecting) {
      this.#counts.set(markup, (this.#counts.get(markup) ?? 0) + 1);
      return whole;
    }
    if (this.#counts.get(markup) === 1) return whole;
    let path = this.#paths.get(markup);
    if (!path) {
      path = { block, number: this.#paths.size + 1 };
      this.#paths.set(markup, path);
    }
    return html`<div><a href="#p-${path.number}">${stepText(steps.at(-1)!.reason)}</a> <span class=soft>after ${steps.length - 1} more</span></div>`;
  }

  /** The paths that links lead to. */
  list(): Content {
    if (this.#paths.size === 0) return '';
    return html`<details class=paths><summary>Paths that several answers take <span class=soft>${this.#paths.size}</span></summary><div class=in>${[
      ...this.#paths.values(),
    ].map(({ block, number }) => html`<div id="p-${number}">${block}</div>`)}</div></details>`;
  }
}
