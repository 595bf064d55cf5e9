/**
 * What a request leaves behind for the next one: a class whose `permission_classes` it emptied, a module variable, a list that
 * all requests share. Whoever is turned away in a fresh process is asked once more in one that has served such requests.
 */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import type { Delta } from '../interpreter/heap.ts';
import type { Probe } from '../model/probe.ts';
import { unknownVerdict } from '../model/verdict.ts';
import type { Pass } from '../model/witness.ts';
import type { BoundRow } from './bind.ts';
import type { Shot } from './conclude.ts';
import { Firing, type Shooter } from './fire.ts';

const BROKEN_OFF: Shot = { verdict: unknownVerdict('interrupted before it was known what other requests leave behind'), deciding: null };

/** Of all requests that are asked once more: a fraction of what the first ones may take. */
const STEPS_OF_LATER_REQUESTS = 4_000_000;
const NOT_LOOKED_AT = 'taken for granted: what other requests leave behind changes nothing here; to ask again takes too many steps';

/** Judges requests in a process that has served others. */
export class Afterwards implements Shooter {
  private prepared: { readonly firing: Firing; readonly delta: Delta } | null = null;

  private firing: Firing | null = null;
  /** True while the requests to all operations are under way, and after they were left. */
  private brokenOff = false;

  constructor(
    readonly django: LoadedDjango,
    private readonly rows: readonly BoundRow[],
    /** The probes whose requests may leave something behind. */
    private readonly probes: readonly Probe[],
  ) {}

  /** Like `Firing.shoot`; the later answer where it is the worse one. */
  shoot(row: BoundRow, probe: Probe): Shot {
    const first = this.start();
    const fresh = first.shoot(row, probe);
    const { verdict } = fresh;
    if (verdict.verdict !== 'rejects' || probe.secure !== 'rejects') return fresh;
    for (const _step of this.prepare());
    if (!this.prepared) return BROKEN_OFF;
    const { firing, delta } = this.prepared;
    if (delta.size === 0 || first.ignores(row, probe)) return fresh;
    const later = this.replay(firing, delta, row, probe);
    if (later.verdict.verdict === 'rejects' || later.verdict.verdict === 'crashes') return fresh;
    if (later.verdict.verdict !== 'unknown' || !(later.isCut || firing.isSpent)) return later;
    return { ...fresh, verdict: { ...verdict, reasons: [...verdict.reasons, { text: NOT_LOOKED_AT }] } };
  }

  shootWith(row: BoundRow, probe: Probe, method: string): Shot {
    return this.start().shootWith(row, probe, method);
  }

  /** A process that has served nobody. Loads the middleware, as a server does at start; otherwise the first request does. */
  start(): Firing {
    this.firing ??= new Firing(this.django);
    return this.firing;
  }

  /** The requests that may leave something behind, one a step; who turns away is not known before the last. */
  *prepare(): Generator<Pass> {
    if (this.prepared || this.brokenOff) return;
    this.brokenOff = true;
    const first = this.start();
    // APIs first: what is fired last may meet the bound of all probes.
    const api = (row: BoundRow) => row.operation.kind === 'drf' || row.operation.kind === 'ninja';
    const ordered = [...this.rows.filter(api), ...this.rows.filter((row) => !api(row))];
    // Probe after probe: once the first has been to every row, it is known where to look.
    const total = this.probes.length * ordered.length;
    let done = 0;
    for (const probe of this.probes) {
      for (const row of ordered) {
        try {
          first.shoot(row, probe);
        } catch {
          // It fails again when it is asked for itself, and is reported there.
        }
        done += 1;
        yield { done, total };
      }
    }
    const { django, leftovers } = first;
    leftovers.close();
    const { found } = leftovers;
    const delta = django.vm.explorer.either('an earlier request', [
      { way: 'no earlier request matters', delta: new Map() },
      ...found.map(({ delta, operation }) => ({ way: `an earlier request to ${operation} changed what all requests share`, delta })),
    ]);
    this.prepared = { firing: new Firing(django, leftovers, STEPS_OF_LATER_REQUESTS), delta };
    this.brokenOff = false;
  }

  private replay(firing: Firing, delta: Delta, row: BoundRow, probe: Probe): Shot {
    const { heap } = this.django.vm;
    const mark = heap.watch();
    try {
      heap.apply(delta);
      return firing.shoot(row, probe);
    } finally {
      heap.undo(mark);
      heap.unwatch();
    }
  }
}
