/** The rows of a scan: the operations of source and document, joined as the user's options say. */
import type { ScanOptions } from '../config/options.ts';
import { type Joined, joinOperations } from '../matrix/join.ts';
import type { PredictedWitness } from '../model/witness.ts';
import type { DocumentWitness } from '../promised/load-document.ts';

export function joinedOf(options: ScanOptions, predicted: PredictedWitness | null, promised: DocumentWitness | null): Joined {
  return joinOperations({
    source: predicted?.operations ?? [],
    documented: promised?.operations ?? [],
    basePaths: promised?.basePaths ?? [],
    mount: options.mount,
  });
}
