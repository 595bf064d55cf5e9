/**
 * Where the source lets a request name another method than its own, and which such requests cannot take effect: neither if what it names
 * runs, nor if nobody looks there and the request's own method runs (catalogue R14 and 1.3).
 */
import { namesMethod } from '../frameworks/django/sent.ts';
import type { InertFact, InertTwin, OverrideFact } from '../model/facts.ts';
import type { Probe } from '../model/probe.ts';
import type { BoundRow } from './bind.ts';
import type { Shooter } from './fire.ts';
import { getWrites } from './writes.ts';

/** How a request may be sent that means another: most code looks only at a POST. */
const SENT_AS = ['GET', 'POST'] as const;

/**
 * @param inert what the source vouches for at an operation
 * @param beside the other methods of the same view at the same path
 * @returns nothing for operations that the source vouches for no broken request of, and for a method that stands in a form: whoever
 * reads the form can read the body of the write
 */
export function overridesOf(
  firing: Shooter,
  row: BoundRow,
  probe: Probe,
  beside: readonly BoundRow[],
  inert: (row: BoundRow) => InertFact | null,
): readonly OverrideFact[] {
  const own = inert(row);
  if (own === null) return [];
  const convicts = own.convicts || firing.shoot(row, probe).verdict.verdict === 'admits';
  return SENT_AS.filter((one) => one !== row.operation.method).flatMap((as) => {
    const other = beside.find(({ operation }) => operation.method === as) ?? null;
    const twins = own.twins.filter((twin) => other === null || isInert(firing, other, twin, inert));
    if (twins.length === 0) return [];
    const names = namesRead(firing, row, probe, as);
    return names.length > 0 ? [{ as, names, twins, convicts }] : [];
  });
}

/** Whether a twin takes no effect at the method that runs where nobody looks at the override. */
function isInert({ django }: Shooter, row: BoundRow, twin: InertTwin, inert: (row: BoundRow) => InertFact | null): boolean {
  if (row.operation.method === 'GET') return row.operation.kind === 'drf' && !getWrites(django.vm, row);
  // What asks for an object that is not there has a body that nobody reads.
  return inert(row)?.twins.includes(twin === 'missing-pk' ? 'unsupported-media-type' : twin) ?? false;
}

function namesRead(firing: Shooter, row: BoundRow, probe: Probe, as: string): OverrideFact['names'] {
  firing.shootWith(row, probe, as);
  const found = new Map<string, OverrideFact['names'][number]>();
  for (const { kind, name } of firing.django.world.asked.values()) {
    if (name === null || (kind !== 'header' && kind !== 'query') || !namesMethod(kind, name)) continue;
    const sent =
      kind === 'query'
        ? name
        : name
            .toLowerCase()
            .replace(/_/g, '-')
            .replace(/^http-/, '');
    found.set(`${kind}:${sent}`, { place: kind, name: sent });
  }
  return [...found.values()];
}
