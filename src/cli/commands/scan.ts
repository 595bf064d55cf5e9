/** `unlatched scan`: the main job. */
import { loadConfig } from '../../config/find-config.ts';
import { resolveOptions } from '../../config/resolve.ts';
import { report as json } from '../../reports/json.ts';
import { runScan } from '../../scan/run.ts';
import { keepScan } from '../last-scan.ts';
import { Progress } from '../progress.ts';
import { prepareReports } from '../render.ts';
import type { CommandFunction } from '../run.ts';

export const scan: CommandFunction = async ({ streams, signal }, [path = '.'], given) => {
  const { config: configFile, ...rest } = given;
  const config = loadConfig(path, configFile === undefined ? null : String(configFile));
  const { scan: options, output } = resolveOptions(path, rest, config, signal);
  const reports = await prepareReports(output, streams);
  const progress = new Progress(streams, output);
  let result: Awaited<ReturnType<typeof runScan>>;
  try {
    result = await runScan(options, progress.emit);
  } finally {
    progress.done();
  }
  reports.render(result);
  if (output.cache && !options.dryRun) {
    try {
      keepScan(path, json.render(result, { color: false, width: 80, all: true }));
    } catch (error) {
      // A read-only project is no reason to fail: only `explain N` will not know this scan.
      progress.emit({ type: 'note', text: `the scan is not kept for explain: ${error instanceof Error ? error.message : error}` });
    }
  }
  return result.exitCode;
};
