/** `unlatched routes`: the operations of the source, and who gets in as far as the source says. */
import type { ScanOptions } from '../config/options.ts';
import { withControl } from '../matrix/control.ts';
import { Breath } from '../model/breath.ts';
import type { EventSink } from '../model/events.ts';
import type { Cell } from '../model/matrix.ts';
import type { Problem } from '../model/problem.ts';
import type { RoutesResult } from '../model/routes-result.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import { PROBES as ALL_PROBES } from '../probes/index.generated.ts';
import { inOrder } from '../probes/shared/in-order.ts';
import { DOORS, type Doors } from './doors.ts';
import { firstPass } from './first-pass.ts';
import { tool } from './tool.ts';
import { internalError } from './witnesses.ts';

export interface RoutesOptions extends Pick<ScanOptions, 'path' | 'settings' | 'pythonPath' | 'env' | 'venv' | 'signal'> {
  /** Whether probes are fired; without it only the policies are read. */
  readonly verdicts: boolean;
}

/** The probes that every operation must answer, and their positive control; `scan` and `explain` fire all of them. */
const PROBES = inOrder(ALL_PROBES).filter((probe) => probe.required || probe.secure === 'admits');

/**
 * Loads the source and fires the probes at every row, the hidden ones and format-suffix twins included. A rejection
 * without its positive control is `unknown`, as in the matrix.
 * @throws UsageError for everything that the user can mend
 */
export async function runRoutes(options: RoutesOptions, emit: EventSink, doors: Doors = DOORS): Promise<RoutesResult> {
  emit({ type: 'phase', witness: 'predicted', text: `reading ${options.path}` });
  const witness = await doors.loadSource({
    root: options.path,
    ...(options.settings === null ? {} : { settings: options.settings }),
    pythonPath: options.pythonPath,
    env: options.env,
    unjudged: !options.verdicts,
    ...(options.venv === null ? {} : { venv: options.venv }),
    emit,
  });
  const problems: Problem[] = [];
  const verdicts = new Map<string, ReadonlyMap<string, Verdict>>();
  if (options.verdicts) await firstPass(witness, options.signal, emit);
  const breath = new Breath();
  for (const operation of options.verdicts ? witness.operations : []) {
    if (options.signal.aborted) {
      problems.push({ severity: 'warning', text: 'interrupted: the operations that follow were not judged' });
      break;
    }
    const cells = new Map<string, Cell>();
    for (const probe of PROBES) {
      if (probe.sends.method === 'HEAD' && (operation.method !== 'GET' || operation.socket)) continue;
      try {
        cells.set(probe.id, { predicted: witness.judge(operation, probe) });
      } catch (error) {
        const text = internalError(`${operation.method} ${operation.path}`, error);
        problems.push({ severity: 'error', text });
        cells.set(probe.id, { predicted: unknownVerdict(text) });
      }
    }
    verdicts.set(operation.rowId, new Map([...withControl(cells)].map(([probe, cell]) => [probe, cell.predicted!])));
    await breath.take(() => emit({ type: 'progress', witness: 'predicted', done: verdicts.size, total: witness.operations.length }));
  }
  return {
    tool: tool(),
    project: witness.info,
    operations: witness.operations,
    verdicts: options.verdicts ? verdicts : null,
    problems: [...witness.problems, ...problems],
  };
}
