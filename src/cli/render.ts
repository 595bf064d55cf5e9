/** Looks up report formats and writes them to stdout and files. */
import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FORMATS } from '../config/option-table.ts';
import type { OutputOptions } from '../config/resolve.ts';
import { UsageError } from '../model/errors.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { REPORTS } from '../reports/index.generated.ts';
import type { Report } from '../reports/report.ts';
import type { Streams } from './streams.ts';

export interface Renderer {
  /** Writes stdout and all files. */
  render(result: ScanResult): void;
}

/**
 * Loads every format that was asked for and checks every target, so that a long scan does not end in a slip of the pen.
 * @throws UsageError for an unknown or later format and for a file that cannot be written
 */
export async function prepareReports(output: OutputOptions, streams: Streams): Promise<Renderer> {
  const main = await loadFormat(output.format, '--format');
  const files: { report: Report; file: string }[] = [];
  for (const { format, file } of output.reports) {
    checkTarget(file);
    files.push({ report: await loadFormat(format, '--report'), file });
  }
  return {
    render(result) {
      const color = output.color ?? streams.color;
      streams.write(main.render(result, { color, width: streams.width, all: output.all }));
      for (const { report, file } of files) writeReport(file, report.render(result, { color: false, width: 80, all: output.all }));
    },
  };
}

async function loadFormat(format: string, option: string): Promise<Report> {
  const load = Object.hasOwn(REPORTS, format) ? REPORTS[format] : undefined;
  if (load) return load();
  if ((FORMATS as readonly string[]).includes(format)) {
    throw new UsageError('format-later', `${option} ${format} comes in a later release; there are ${Object.keys(REPORTS).join(', ')}`);
  }
  const nearest = nearestName(format, Object.keys(REPORTS));
  const hint = nearest ? `did you mean ${nearest}?` : `there are ${Object.keys(REPORTS).join(', ')}`;
  throw new UsageError('format-unknown', `${option}: the format ${JSON.stringify(format)} is unknown; ${hint}`);
}

function checkTarget(file: string): void {
  const folder = dirname(resolve(file));
  try {
    if (!statSync(folder).isDirectory()) throw new Error();
    accessSync(folder, constants.W_OK);
  } catch {
    throw new UsageError('report-target', `--report: ${file} cannot be written: ${dirname(file)} is no folder that may be written to`);
  }
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      'report-target',
      `--report: ${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
}
