/** What went wrong on the way without ending the run. */
import type { Place } from './place.ts';

export interface Problem {
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly place?: Place;
}
