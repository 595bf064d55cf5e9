/** `unlatched explain`: judges the source again, takes the server's answers from a kept scan, and shows one operation or finding. Sends nothing. */
import { loadConfig } from '../../config/find-config.ts';
import { resolveOptions } from '../../config/resolve.ts';
import { UsageError } from '../../model/errors.ts';
import { parseOperationPattern } from '../../model/operation.ts';
import type { ScanDocument } from '../../model/scan-document.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { explain as explainResult } from '../../reports/explain.ts';
import { DOORS } from '../../scan/doors.ts';
import { replaying } from '../../scan/replay.ts';
import { runScan } from '../../scan/run.ts';
import { asBefore, numberedFinding } from '../kept-scan.ts';
import { readLastScan, readScan } from '../last-scan.ts';
import { Progress } from '../progress.ts';
import type { CommandFunction } from '../run.ts';
import { withoutServer } from '../without-server.ts';

export const explain: CommandFunction = async ({ streams, signal }, [subject = ''], given) => {
  const { config: configFile, C: folder = '.', from, ...rest } = given;
  const path = String(folder);
  const kept =
    from === undefined ? readLastScan(path) : readScan(String(from), `--from ${from}`, 'give the file of `unlatched scan --format json`');
  const query = queryOf(subject, kept);
  const config = loadConfig(path, configFile === undefined ? null : String(configFile));
  const { scan: options, output } = resolveOptions(path, { ...asBefore(kept), ...rest }, withoutServer(config), signal);
  const progress = new Progress(streams, output);
  const observed = kept?.witnesses.observed;
  let result: ScanResult;
  try {
    result = await runScan({ ...options, url: observed?.url ?? null, dryRun: false }, progress.emit, observed ? replaying(kept) : DOORS);
  } finally {
    progress.done();
  }
  const explanation = explainResult(result, query, { color: output.color ?? streams.color, width: streams.width, all: true });
  if ('notFound' in explanation) throw new UsageError('explain-not-found', explanation.notFound);
  streams.write(explanation.text);
  return 0;
};

function queryOf(subject: string, kept: ScanDocument | null): string {
  if (!/^\d+$/.test(subject)) {
    if (parseOperationPattern(subject) || /^[a-z0-9-]+(:[0-9a-f]*)?$/.test(subject)) return subject;
    throw new UsageError(
      'explain-subject',
      `${JSON.stringify(subject)} is neither "METHOD /path/" nor a finding id nor a number of the last output`,
    );
  }
  return numberedFinding(subject, kept);
}
