/** Long work in one thread takes a breath now and then, in which signals and progress get through. */

/** Milliseconds of work between two breaths. */
const BREATH = 40;

/** Made when the work begins; awaited after each step of it. */
export class Breath {
  private last = Date.now();

  /** Returns at once, or after a breath when one is due. @param before is called when it is */
  async take(before: () => void): Promise<void> {
    if (Date.now() - this.last < BREATH) return;
    before();
    await new Promise((resolve) => setImmediate(resolve));
    this.last = Date.now();
  }
}
