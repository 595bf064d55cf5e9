/** `unlatched scan`: the main job. */
import { existsSync, writeFileSync } from 'node:fs';
import { loadConfig } from '../../config/find-config.ts';
import { resolveOptions } from '../../config/resolve.ts';
import { UsageError } from '../../model/errors.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { report as json } from '../../reports/json.ts';
import { acceptBaseline } from '../../scan/accept-baseline.ts';
import { runScan } from '../../scan/run.ts';
import { keepScan } from '../last-scan.ts';
import { planText } from '../plan-text.ts';
import { Progress } from '../progress.ts';
import { prepareReports } from '../render.ts';
import type { CommandFunction } from '../run.ts';

const DEFAULT_BASELINE = 'unlatched-baseline.json';

export const scan: CommandFunction = async ({ streams, signal }, [path = '.'], given) => {
  const { config: configFile, ...rest } = given;
  const config = loadConfig(path, configFile === undefined ? null : String(configFile));
  const { scan: options, output } = resolveOptions(path, rest, config, signal);
  if (options.dryRun && (output.format !== 'terminal' || output.reports.length > 0)) {
    throw new UsageError('dry-run-format', '--dry-run prints requests and writes no report; leave --format and --report out');
  }
  const reports = await prepareReports(output, streams);
  const progress = new Progress(streams, output);
  const update = output.updateBaseline ? (options.baseline ?? DEFAULT_BASELINE) : null;
  let result: ScanResult;
  try {
    // The file that is going to be written need not exist yet.
    result = await runScan(update && !existsSync(update) ? { ...options, baseline: null } : options, progress.emit);
  } finally {
    progress.done();
  }
  if (update && !result.interrupted) {
    const accepted = acceptBaseline(result, update);
    try {
      writeFileSync(update, accepted.text);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      throw new UsageError('baseline-target', `--update-baseline: ${update} cannot be written (${code})`);
    }
    result = accepted.result;
    progress.emit({
      type: 'note',
      text: `wrote ${update}: ${result.baseline?.known ?? 0} findings are known from now on (use it with --baseline)`,
    });
  }
  if (options.dryRun) {
    streams.write(planText(result.plan ?? []));
    return result.exitCode;
  }
  reports.render(result);
  if (output.cache) {
    try {
      keepScan(path, json.render(result, { color: false, width: 80, all: true }));
    } catch (error) {
      // A read-only project is no reason to fail: only `explain N` will not know this scan.
      progress.emit({ type: 'note', text: `the scan is not kept for explain: ${error instanceof Error ? error.message : error}` });
    }
  }
  return result.exitCode;
};
