/** The program: parses the command line, runs one command, turns every end into an exit code and at most one line on stderr. */
import { EXIT, UsageError } from '../model/errors.ts';
import { plain } from '../reports/text/plain.ts';
import { buildProgram } from './program.ts';
import { Streams } from './streams.ts';

/** What a hostile file or server puts into a message is cut. */
const LONGEST_LINE = 500;

/** @param argv without the interpreter and the script */
export async function main(argv: readonly string[]): Promise<void> {
  const streams = new Streams(process.stdout, process.stderr);
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const crash = (error: unknown) => {
    reportError(error, streams);
    process.exit(EXIT.internal);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);

  let code: number;
  try {
    code = await buildProgram({ streams, signal: controller.signal })(argv);
  } catch (error) {
    code = controller.signal.aborted ? interrupted(streams) : reportError(error, streams);
  }
  await streams.flush();
  process.exitCode = code;
  // Whatever still holds the event loop (a connection that the server keeps open) must not hold the user.
  setTimeout(() => process.exit(code), 500).unref();
}

function interrupted(streams: Streams): number {
  streams.error('unlatched: interrupted\n');
  return EXIT.interrupted;
}

/** One line, and the exit code that goes with the error. */
function reportError(error: unknown, streams: Streams): number {
  if (error instanceof UsageError) {
    streams.error(`unlatched: ${plain(error.message).slice(0, LONGEST_LINE)}\n`);
    return EXIT.usage;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  streams.error(
    `unlatched: internal error: ${plain(what).slice(0, LONGEST_LINE)} (run again with UNLATCHED_TRACE=1 and report what it prints)\n`,
  );
  if (process.env.UNLATCHED_TRACE === '1' && error instanceof Error) streams.error(`${error.stack}\n`);
  return EXIT.internal;
}
