/** What commands take from the kept scan: the options it was made with, and the findings that numbers mean. */
import { existsSync } from 'node:fs';
import { UsageError } from '../model/errors.ts';
import type { ScanDocument } from '../model/scan-document.ts';

/** What the kept scan was told on its command line, as far as it is written in the document. */
export function asBefore(kept: ScanDocument | null): Record<string, unknown> {
  const { predicted, promised } = kept?.witnesses ?? {};
  return {
    // Settings that a file named are found again.
    ...(predicted && predicted.settings_from === null ? { settings: predicted.settings } : {}),
    ...specOf(promised?.document),
    ...(kept && !predicted ? { 'no-source': true } : {}),
  };
}

/** The document, or all of several (as `mergeDocuments` names them), where the files are still there. */
function specOf(document: string | undefined): { spec?: readonly string[] } {
  if (document === undefined) return {};
  const files = existsSync(document) ? [document] : document.split(', ');
  return files.every((file) => existsSync(file)) ? { spec: files } : {};
}

/**
 * The id of the finding that a number of the last output means: the source may have changed since, and with it the order.
 * @throws UsageError when no scan is kept or it has fewer findings
 */
export function numberedFinding(number: string, kept: ScanDocument | null): string {
  if (!kept)
    throw new UsageError(
      'no-last-scan',
      `no scan is kept here that ${number} could be a number of; run \`unlatched scan\` first, or give -C DIR`,
    );
  const finding = kept.findings[Number(number) - 1];
  if (finding) return finding.id;
  const amount = kept.findings.length;
  throw new UsageError('explain-not-found', `the last scan has ${amount === 0 ? 'no findings' : `findings 1 to ${amount}`}, not ${number}`);
}
