/** The first pass of the source witness over all operations, which a signal can break off. */
import { Breath } from '../model/breath.ts';
import type { EventSink } from '../model/events.ts';
import type { PredictedWitness } from '../model/witness.ts';
import { boundHeap } from './heap.ts';

/** Lets the witness go through all operations once, so that `judge` answers at once. */
export async function firstPass(witness: PredictedWitness, signal: AbortSignal, emit: EventSink): Promise<void> {
  emit({ type: 'phase', witness: 'predicted', text: 'what requests leave behind' });
  const breath = new Breath();
  for (const { done, total } of witness.firstPass?.() ?? []) {
    if (signal.aborted) return;
    await breath.take(() => {
      boundHeap();
      emit({ type: 'progress', witness: 'predicted', done, total });
    });
  }
}
