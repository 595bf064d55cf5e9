/**
 * The way through the middleware, one layer after the other. Whoever calls the next layer on several ways, from two branches or because
 * it is not known whether the layer between is used (`MiddlewareNotUsed`), would have each of them go through all that follows: their
 * number is a product. So the ways to a layer end in front of it, are joined there, and go on together. What a layer gives is the
 * answer of the request (`answered.ts`), so nothing of a layer is left to do behind the next one.
 */
import type { Outcome } from '../interpreter/outcome.ts';
import { Bound, Infeasible } from '../interpreter/signals.ts';
import { latestId, type PyFunc, type Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';

/** A request in front of a layer, on one way. */
interface Arrival {
  readonly state: Outcome;
  readonly given: readonly Value[];
}

export class Layers {
  /** How requests ended that a layer answered. */
  readonly ended: Outcome[] = [];
  /** What stopped a way before its end. */
  stoppedBy: unknown = null;
  private readonly waiting = new Map<PyFunc, Arrival[]>();
  private entered: PyFunc | null = null;

  /**
   * @param mark since when a state is told
   * @param most steps that are left for other ways once one was stopped
   */
  constructor(
    private readonly vm: VM,
    private readonly mark: number,
    private readonly most: number,
  ) {}

  /** The state on the way under way. */
  state(): Outcome {
    return { ended: { how: 'normal' }, delta: this.vm.heap.capture(this.mark) };
  }

  /** A layer is called: the way ends in front of it, unless it goes on from there now. */
  arrive(layer: PyFunc, given: readonly Value[]): void {
    if (layer === this.entered) {
      this.entered = null;
      return;
    }
    const arrivals = this.waiting.get(layer) ?? [];
    this.waiting.set(layer, arrivals);
    arrivals.push({ state: this.state(), given });
    throw new Infeasible();
  }

  /**
   * Follows a request through all layers.
   * @param start hands it to the first one
   * @param answer calls a layer, and gives what the request is answered with
   */
  follow(start: () => Value, answer: (call: () => Value) => Value): void {
    this.ways(() => answer(start));
    for (let layer = this.outermost(); layer; layer = this.outermost()) {
      const called = layer;
      const arrivals = this.waiting.get(called)!;
      this.waiting.delete(called);
      for (const group of alikeIn(arrivals))
        for (const state of this.vm.explorer.joined(
          group.map((one) => one.state),
          latestId(),
        ))
          this.ways(() => {
            this.vm.explorer.take(state);
            this.entered = called;
            return answer(() => this.vm.call(called, { positional: group[0]!.given, keywords: new Map() }, null));
          });
    }
  }

  private ways(run: () => Value): void {
    const { vm } = this;
    try {
      this.ended.push(...vm.explorer.outcomes(() => ({ how: 'return', value: run() })));
    } catch (error) {
      if (error instanceof Infeasible) return;
      if (!(error instanceof Bound || error instanceof RangeError)) throw error;
      this.stoppedBy ??= error;
      vm.stepLimit = vm.steps + this.most;
    }
  }

  /** The chain is put together from the view outwards (django/core/handlers/base.py, `load_middleware`): what is newer comes before. */
  private outermost(): PyFunc | null {
    return [...this.waiting.keys()].sort((a, b) => b.id - a.id)[0] ?? null;
  }
}

/** Arrivals with the very same request. */
function alikeIn(arrivals: readonly Arrival[]): readonly (readonly Arrival[])[] {
  const groups: Arrival[][] = [];
  for (const arrival of arrivals) {
    const group = groups.find(([first]) => first!.given.every((value, i) => value === arrival.given[i]));
    if (group) group.push(arrival);
    else groups.push([arrival]);
  }
  return groups;
}
