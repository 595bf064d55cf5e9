/** `unlatched demo`: serves the API that comes with the package, scans it with all three witnesses, and leaves three reports. */
import { accessSync, constants, existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type GivenOptions, type OutputOptions, resolveOptions } from '../../config/resolve.ts';
import { Secret } from '../../config/secret.ts';
import { type DemoServer, startDemo } from '../../demo/serve.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { runScan } from '../../scan/run.ts';
import { Progress } from '../progress.ts';
import { prepareReports } from '../render.ts';
import type { CommandFunction, Run } from '../run.ts';

const REPORT_FILES = { html: 'report.html', sarif: 'report.sarif', json: 'report.json' } as const;

/** A scan with findings is what the demo is for: they do not fail it. A scan that verified nothing does. */
export const demo: CommandFunction = async ({ streams, signal }, _args, given) => {
  const { out: wanted, ...rest } = given;
  const out = wanted === undefined ? 'unlatched-demo' : String(wanted);
  const made = makeFolder(out);
  const reports = Object.entries(REPORT_FILES).map(([format, file]) => `${format}=${join(out, file)}`);
  let finished = false;
  try {
    const { output } = resolveOptions('.', { ...rest, report: reports }, null, signal);
    const renderer = await prepareReports(output, streams);
    const outcome = await serveAndScan(rest, output, streams, signal);
    if (outcome === null) {
      streams.error('unlatched: interrupted; nothing was written\n');
      return EXIT.interrupted;
    }
    renderer.render(outcome.result);
    finished = true;
    if (!output.quiet) streams.write(closingWords(out, outcome.project, outcome.result));
    const { exitCode } = outcome.result;
    return exitCode === EXIT.findings ? EXIT.clean : exitCode;
  } finally {
    if (made && !finished) removeIfEmpty(out);
  }
};

/** Returns null when it was interrupted before there was a result. The server is gone either way. */
async function serveAndScan(
  given: GivenOptions,
  output: OutputOptions,
  streams: Run['streams'],
  signal: AbortSignal,
): Promise<{ readonly result: ScanResult; readonly project: string } | null> {
  const progress = new Progress(streams, output);
  let server: DemoServer | null = null;
  try {
    progress.emit({ type: 'phase', witness: 'observed', text: 'starting the demo API' });
    server = await startDemo({ signal, note: (text) => progress.emit({ type: 'note', text }) });
    const project = fromHere(server.projectDir);
    const { scan } = resolveOptions(project, { ...given, spec: fromHere(server.specFile), url: server.url }, null, signal);
    const tokens = [
      { scheme: null, secret: new Secret(server.token) },
      { scheme: 'apiToken', secret: new Secret(server.apiToken) },
    ];
    return { result: await runScan({ ...scan, tokens }, progress.emit), project };
  } catch (error) {
    if (signal.aborted && !(error instanceof UsageError)) return null;
    throw error;
  } finally {
    await server?.stop();
    progress.done();
  }
}

function closingWords(out: string, project: string, result: ScanResult): string {
  const lines = ['', `wrote ${Object.values(REPORT_FILES).join(', ')} to ${out}`];
  if (result.findings.length > 0) {
    lines.push(
      'This API was made to show what Unlatched finds, so the exit code is 0. A scan',
      'of your own project ends with 1 when a finding gates.',
    );
    lines.push(`next  unlatched explain 1 -C ${shellWord(project)} --from ${shellWord(join(out, REPORT_FILES.json))}`);
  }
  lines.push(`${result.findings.length > 0 ? '     ' : 'next '} unlatched scan PATH`);
  return `${lines.join('\n')}\n`;
}

/** Returns whether it was made now. */
function makeFolder(out: string): boolean {
  const existed = existsSync(out);
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
  } catch {
    throw new UsageError('demo-out', `--out: cannot write to the folder ${out}; name another one`);
  }
  return !existed;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // a report was written before something failed: it stays
  }
}

/** A path as the user would type it here, when that is shorter. */
function fromHere(path: string): string {
  const short = relative(process.cwd(), path) || '.';
  return short.length < resolve(path).length ? short : resolve(path);
}

function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
