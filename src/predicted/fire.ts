/** Fire: one probe through one operation, by running the project's own code in the interpreter. */
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { LoadedDjango } from '../frameworks/django/load.ts';
import type { BoundRow } from './bind.ts';

export class Firing {
  constructor(readonly django: LoadedDjango) {}
  judge(_row: BoundRow, _probe: Probe): Verdict {
    return unknownVerdict('not fired');
  }
}
