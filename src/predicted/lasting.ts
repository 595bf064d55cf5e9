/**
 * What a request leaves behind for the next one: a class whose `permission_classes` it emptied, a module variable, a list that
 * all requests share. Whoever is turned away in a fresh process is asked once more in one that has served such requests.
 */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import type { Delta } from '../interpreter/heap.ts';
import type { Probe } from '../model/probe.ts';
import type { BoundRow } from './bind.ts';
import type { Shot } from './conclude.ts';
import { Firing, type Shooter } from './fire.ts';

/** Judges requests in a process that has served others. */
export class Afterwards implements Shooter {
  private prepared: { readonly firing: Firing; readonly delta: Delta; readonly count: number } | null = null;

  private firing: Firing | null = null;

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
    const { firing, delta, count } = this.prepare();
    if (delta.size === 0 || first.ignores(row, probe, count)) return fresh;
    const later = this.replay(firing, delta, row, probe);
    return later.verdict.verdict === 'rejects' || later.verdict.verdict === 'crashes' ? fresh : later;
  }

  shootWith(row: BoundRow, probe: Probe, method: string): Shot {
    return this.start().shootWith(row, probe, method);
  }

  /** A process that has served nobody. Loads the middleware, as a server does at start; otherwise the first request does. */
  start(): Firing {
    this.firing ??= new Firing(this.django);
    return this.firing;
  }

  private prepare(): NonNullable<typeof this.prepared> {
    if (this.prepared) return this.prepared;
    const first = this.start();
    // APIs first: what is fired last may meet the bound of all probes.
    const api = (row: BoundRow) => row.operation.kind === 'drf' || row.operation.kind === 'ninja';
    const ordered = [...this.rows.filter(api), ...this.rows.filter((row) => !api(row))];
    // Probe after probe: once the first has been to every row, it is known where to look.
    for (const probe of this.probes) for (const row of ordered) first.shoot(row, probe);
    const { django, leftovers } = first;
    leftovers.close();
    const { found } = leftovers;
    const delta = django.vm.explorer.either('an earlier request', [
      { way: 'no earlier request matters', delta: new Map() },
      ...found.map(({ delta, operation }) => ({ way: `an earlier request to ${operation} changed what all requests share`, delta })),
    ]);
    this.prepared = { firing: new Firing(django, leftovers), delta, count: found.length };
    return this.prepared;
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
