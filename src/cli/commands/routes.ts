/** `unlatched routes`: every operation of the source with its policy, as a table or as JSON. */
import { loadConfig } from '../../config/find-config.ts';
import { resolveOptions } from '../../config/resolve.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import { routesJson, routesTable } from '../../reports/routes-table.ts';
import { runRoutes } from '../../scan/routes.ts';
import { Progress } from '../progress.ts';
import type { CommandFunction } from '../run.ts';

export const routes: CommandFunction = async ({ streams, signal }, [path = '.'], given) => {
  const { config: configFile, format = 'terminal', verdicts, 'no-verdicts': without, ...rest } = given;
  if (format !== 'terminal' && format !== 'json') {
    throw new UsageError('format-unknown', `--format: routes are written as terminal or json, not ${JSON.stringify(format)}`);
  }
  const config = loadConfig(path, configFile === undefined ? null : String(configFile));
  const { scan, output } = resolveOptions(path, rest, config, signal);
  const progress = new Progress(streams, output);
  let result: Awaited<ReturnType<typeof runRoutes>>;
  try {
    result = await runRoutes({ ...scan, verdicts: without ? false : verdicts === true || format === 'json' }, progress.emit);
  } finally {
    progress.done();
  }
  if (format === 'json') streams.write(routesJson(result));
  else streams.write(routesTable(result, { color: output.color ?? streams.color, width: streams.width, all: output.all }));
  if (signal.aborted) return EXIT.interrupted;
  // A table without rows is no answer to the question.
  return result.operations.length > 0 ? EXIT.clean : EXIT.notVerified;
};
