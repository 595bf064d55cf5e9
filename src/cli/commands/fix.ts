/** `unlatched fix`: verified fixes as one unified diff on stdout, or written to the files; what was done is told on stderr. */
import { relative, sep } from 'node:path';
import { loadConfig } from '../../config/find-config.ts';
import { resolveOptions } from '../../config/resolve.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import { applyFiles } from '../../scan/fix/apply.ts';
import { unifiedDiff } from '../../scan/fix/diff.ts';
import { type FixResult, runFix } from '../../scan/fix/run.ts';
import { asBefore, numberedFinding } from '../kept-scan.ts';
import { readLastScan } from '../last-scan.ts';
import { Progress } from '../progress.ts';
import type { CommandFunction } from '../run.ts';
import { withoutServer } from '../without-server.ts';

export const fix: CommandFunction = async ({ streams, signal }, subjects, given) => {
  const { config: configFile, C: folder = '.', all, apply, force, ...rest } = given;
  const path = String(folder);
  if (all ? subjects.length > 0 : subjects.length === 0) {
    throw new UsageError('fix-what', 'name the findings (ids, or numbers of the last output), or give --all, not both');
  }
  if (force && !apply) throw new UsageError('fix-force', '--force is for --apply; a diff is printed for any file');
  const kept = readLastScan(path);
  const ids = subjects.map((subject) => (/^\d+$/.test(subject) ? numberedFinding(subject, kept) : subject));
  const config = loadConfig(path, configFile === undefined ? null : String(configFile));
  const { scan: options, output } = resolveOptions(path, { ...asBefore(kept), ...rest }, withoutServer(config), signal);
  const progress = new Progress(streams, output);
  let result: FixResult;
  try {
    result = await runFix(options, { choose: (findings) => chosen(ids, findings), changesBehaviour: !all }, progress.emit);
  } finally {
    progress.done();
  }
  if (signal.aborted) return EXIT.interrupted;
  if (apply) {
    applyFiles(result.root, result.files, force === true);
    for (const { file } of result.files) streams.write(`wrote ${shown(result.root, file)}\n`);
  } else {
    streams.write(unifiedDiff(result.files, relative(process.cwd(), result.root).split(sep).join('/')));
  }
  if (!output.quiet) streams.error(summary(result));
  return !all && result.unfixed.length > 0 ? EXIT.findings : EXIT.clean;
};

/**
 * The findings that are meant; without names all that are open and not accepted.
 * @throws UsageError for an id that no finding has
 */
function chosen(ids: readonly string[], findings: readonly Finding[]): readonly Finding[] {
  if (ids.length === 0) return findings.filter(({ severity, suppressed }) => severity !== 'info' && suppressed === null);
  return [...new Set(ids)].map((id) => {
    const found = findings.filter((finding) => finding.id === id);
    const [finding] = found.length > 0 ? found : findings.filter((each) => each.rule.id === id);
    if (!finding) throw new UsageError('fix-not-found', `no finding ${JSON.stringify(id)} in the source as it is; see \`unlatched scan\``);
    return finding;
  });
}

function summary({ fixes, unfixed, closedToo }: FixResult): string {
  const lines = [
    ...fixes.map(({ finding, summary: text, closes, applicability }) => {
      const note = applicability === 'changes-behaviour' ? '; changes behaviour' : '';
      return `fix      ${finding.id}  ${text}\n         re-judged: closes ${closes.join(', ')}; valid-token still enters${note}\n`;
    }),
    ...closedToo.map(({ id }) => `fix      ${id}  closed by another fix\n`),
    ...unfixed.map(({ finding, why }) => `no fix   ${finding.id}  ${why}\n`),
  ];
  return lines.length === 0 ? 'nothing to fix\n' : lines.join('');
}

function shown(root: string, file: string): string {
  const folder = relative(process.cwd(), root).split(sep).join('/');
  return folder === '' ? file : `${folder}/${file}`;
}
