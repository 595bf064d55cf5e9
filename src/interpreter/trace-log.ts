/** What happened on the path under way, newest first; where ways were joined, the stretch of each is kept under the key of the join. */
import type { Change, Heap } from './heap.ts';
import type { Outcome } from './outcome.ts';
import type { Ways } from './ways.ts';

/** A step and what was before it. */
interface Trace {
  readonly step: Step;
  readonly before: Trace | null;
}

type Step = { readonly note: unknown } | { readonly joined: string; readonly options: readonly (Trace | null)[] };

export class TraceLog {
  trace: Trace | null = null;

  constructor(
    private readonly heap: Heap,
    private readonly ways: Ways,
  ) {}

  note(note: unknown): void {
    this.heap.setField(this as { trace: Trace | null }, 'trace', { step: { note }, before: this.trace });
  }

  /**
   * The notes of an outcome, oldest first, with joined stretches resolved by the ways taken. Where these leave open which stretch it was,
   * it is the first with a note that `tells` the most.
   */
  of(outcome: Outcome, tells: (note: unknown) => boolean = () => false): unknown[] {
    const known = new Map<Trace, boolean>();
    const hasOne = (trace: Trace | null): boolean => {
      for (let at = trace; at; at = at.before) {
        const answer = known.get(at);
        if (answer !== undefined) return answer;
        const { step } = at;
        const found = 'note' in step ? tells(step.note) : step.options.some(hasOne);
        if (found) {
          known.set(at, true);
          return true;
        }
      }
      if (trace) known.set(trace, false);
      return false;
    };
    const ways = new Map(this.ways.literalsOf(outcome));
    const change = outcome.delta.get(this)?.get('trace');
    const out: unknown[] = [];
    const walk = (trace: Trace | null, until: Trace | null) => {
      const steps: Step[] = [];
      for (let at = trace; at && at !== until; at = at.before) steps.push(at.step);
      for (const step of steps.reverse()) {
        if ('note' in step) out.push(step.note);
        else {
          const open = this.ways.openWaysOf(ways, step.joined);
          const way = open.find((one) => open.length > 1 && hasOne(step.options[one] ?? null)) ?? open[0] ?? 0;
          walk(step.options[way] ?? null, null);
        }
      }
    };
    walk((change?.value as Trace | null) ?? null, this.trace);
    return out;
  }

  /** The newest of these notes on the path under way; one for each way that may have been taken last, where that is not decided. */
  latest(wanted: (note: unknown) => boolean): readonly unknown[] {
    const find = (trace: Trace | null): readonly unknown[] => {
      const found: unknown[] = [];
      for (let at = trace; at; at = at.before) {
        const { step } = at;
        if ('note' in step) {
          if (wanted(step.note)) return [...found, step.note];
          continue;
        }
        const way = this.ways.taken(step.joined);
        const options = (way === undefined ? step.options : [step.options[way] ?? null]).map(find);
        found.push(...options.flat());
        if (options.every((notes) => notes.length > 0)) break;
      }
      return found;
    };
    return find(this.trace);
  }

  /** The log of outcomes that are joined under a key. */
  joined(key: string, versions: readonly Change[]): Change {
    const first = versions[0]!;
    if (versions.every((v) => v.value === first.value)) return first;
    const base = this.trace;
    const options = versions.map((v) => since((v.value as Trace | null) ?? null, base));
    return { ...first, value: { step: { joined: key, options }, before: base } };
  }
}

function since(trace: Trace | null, base: Trace | null): Trace | null {
  if (!trace || trace === base) return null;
  return { step: trace.step, before: since(trace.before, base) };
}
