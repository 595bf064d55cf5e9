/**
 * Calls that are too much to follow. Some middleware does the daily work of its project at each request: it looks for a new version, ends
 * what has timed out. Where a request cannot be followed to its end because of such a call, and the call gets nothing of the request, it is
 * taken as a call of code that is not there, and that it decides nothing is told as taken for granted.
 */
import { carriesRequest } from '../frameworks/django/request-values.ts';
import { Bound } from '../interpreter/signals.ts';
import { type Code, type PyFunc, unknown, type Value } from '../interpreter/values.ts';
import type { StepNote, VM } from '../interpreter/vm.ts';
import { placeOf } from '../python/parse.ts';

/** What the calls of one function took on one way to a bound. */
interface Calls {
  readonly func: PyFunc;
  spent: number;
  /** Calls of it that are under way. */
  depth: number;
  /** None of them got anything of the request, or led to the view. */
  isAside: boolean;
}

/** How many functions are left out at most: each is found by a request that ends at a bound. */
const MOST_UNFOLLOWED = 8;

export class Unfollowed {
  /** What is left out, with the bound that it ended at. */
  private readonly codes = new Map<Code, string>();
  /** The calls since the last start. */
  private readonly calls = new Map<Code, Calls>();
  private started = 0;
  private arrivals = 0;

  constructor(private readonly vm: VM) {}

  /** The view's turn has come, on one way. */
  arrived(): void {
    this.arrivals++;
  }

  /** What a call gives that is not followed; null for all others. */
  insteadOf({ code, qualname, unit, node }: PyFunc, vars: ReadonlyMap<string, Value>): Value | null {
    const bound = this.codes.get(code);
    if (bound === undefined) return null;
    const site = { unit, node };
    const { file, line } = placeOf(site);
    const text = `what ${qualname} does at ${file}:${line} decides nothing about who gets in (it is not followed: ${bound})`;
    this.vm.explorer.note({ kind: 'note', text, site, data: { assumes: text } } satisfies StepNote);
    const callee = unknown('opaque', qualname, `${qualname} at ${file}:${line} is not followed: ${bound}`, site);
    return this.vm.call(callee, { positional: [...vars.values()], keywords: new Map() }, site);
  }

  /** Begins to count anew. */
  start(): void {
    this.calls.clear();
    this.started = this.vm.steps;
  }

  /** Runs a call, and counts what it takes. */
  watched(func: PyFunc, vars: ReadonlyMap<string, Value>, run: () => Value): Value {
    if (!func.unit.own) return run();
    const calls = this.calls.get(func.code) ?? { func, spent: 0, depth: 0, isAside: true };
    this.calls.set(func.code, calls);
    const { arrivals } = this;
    const { steps } = this.vm;
    // What it got, before it gives the names other values.
    const given = [...vars.values()];
    calls.depth++;
    try {
      return run();
    } finally {
      calls.depth--;
      const spent = this.vm.steps - steps;
      // One inside of another is counted with that.
      if (calls.depth === 0) calls.spent += spent;
      if (calls.isAside && spent > FEW_STEPS) calls.isAside = arrivals === this.arrivals && !given.some((value) => holdsRequest(value));
    }
  }

  /**
   * After a bound was reached: leaves out, from now on, what took a good part of the steps and nothing around it that did more.
   * @returns whether there is such a function, so that another try may come further
   */
  learn(error: unknown): boolean {
    if (!(error instanceof Bound) || this.codes.size >= MOST_UNFOLLOWED) return false;
    const enough = (this.vm.steps - this.started) / 3;
    const costly = [...this.calls.values()].filter((one) => one.isAside && one.spent >= enough && !this.codes.has(one.func.code));
    const least = costly.sort((a, b) => a.spent - b.spent)[0];
    if (least) this.codes.set(least.func.code, error.bound);
    return least !== undefined;
  }
}

/** Calls that take less are not looked at closely. */
const FEW_STEPS = 500;

/** Whether a value is the request or a view of it, or has it as an attribute. */
function holdsRequest(value: Value, depth = 0): boolean {
  if (carriesRequest(value)) return true;
  if (depth > 1) return false;
  const inside = (values: Iterable<Value>) => [...values].some((one) => holdsRequest(one, depth + 1));
  switch (value.k) {
    case 'inst':
      return inside(value.attrs.values());
    case 'list':
    case 'tuple':
      return inside(value.items);
    case 'dict':
      return inside([...value.entries.values()].map((entry) => entry.value));
    case 'alt':
      return inside(value.options);
    case 'method':
      return holdsRequest(value.self, depth);
    default:
      return false;
  }
}
