/** Everything that `unlatched routes` found out: what its table and its document are made from. */
import type { SourceOperation } from './matrix.ts';
import type { Problem } from './problem.ts';
import type { ProjectInfo } from './scan-result.ts';
import type { Verdict } from './verdict.ts';

export interface RoutesResult {
  readonly tool: { readonly name: 'unlatched'; readonly version: string };
  readonly project: ProjectInfo;
  readonly operations: readonly SourceOperation[];
  /** rowId -> probe id -> verdict of the source; null when verdicts were not asked for. */
  readonly verdicts: ReadonlyMap<string, ReadonlyMap<string, Verdict>> | null;
  readonly problems: readonly Problem[];
}
