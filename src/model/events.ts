/** What a run says while it goes on; `scan` emits, `cli` draws. */
import type { WitnessName } from './probe.ts';

export type ScanEvent =
  | { readonly type: 'phase'; readonly witness: WitnessName | 'matrix'; readonly text: string }
  | { readonly type: 'progress'; readonly witness: WitnessName; readonly done: number; readonly total: number }
  | { readonly type: 'note'; readonly text: string };

export type EventSink = (event: ScanEvent) => void;
