/** Where a finding is shown in the tools of others: they want a file for every result, relative to where the scan was started. */
import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { ScanResult } from '../../model/scan-result.ts';

/** The finding's own place, else its document's, else that of its first operation, else what names the settings, else `manage.py`. */
export function locationOf(result: ScanResult, finding: Finding): Place {
  const row = result.matrix.rows.find((each) => finding.operations.includes(each.id));
  const { promised, predicted } = result.witnesses;
  return (
    finding.place ??
    finding.documentPlace ??
    row?.source?.place ??
    row?.source?.routePlace ??
    row?.documented?.place ??
    predicted?.settingsFrom ??
    (promised && !predicted ? { file: promised.document, line: 1 } : { file: 'manage.py', line: 1 })
  );
}

/**
 * The path of a file as CI systems want it: places are relative to the project, which may itself be a folder of the
 * repository (`unlatched scan backend`). The document is named by the user and stays as it is.
 */
export function ciPath(result: ScanResult, file: string): string {
  const root = (result.witnesses.predicted?.root ?? '.').replace(/^\.\/+/, '').replace(/\/+$/, '');
  const outside = root === '' || root === '.' || root.startsWith('/') || root.startsWith('..') || /^[A-Za-z]:/.test(root);
  if (outside || file === result.witnesses.promised?.document || isUrl(file)) return file;
  return `${root}/${file}`;
}

export function isUrl(file: string): boolean {
  return /^https?:\/\//i.test(file);
}
