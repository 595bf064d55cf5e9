/** Workflow commands for GitHub Actions: annotations on the lines of a pull request. */
import type { Finding } from '../model/finding.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { ciPath, isUrl, locationOf } from './digest/location.ts';
import { orderFindings } from './digest/order.ts';
import { isActive, outcomeOf } from './digest/outcome.ts';
import { operationTitle } from './digest/who-gets-in.ts';
import type { Report } from './report.ts';
import { plain } from './text/plain.ts';

export const report: Report = {
  id: 'github',
  title: 'annotations for GitHub Actions (workflow commands)',
  render(result) {
    const lines = orderFindings(result.findings)
      .filter(isActive)
      .map((finding) => annotation(result, finding));
    const { word, sentence, coverage } = outcomeOf(result);
    const level = word === 'PASS' ? 'notice' : 'error';
    lines.push(`::${level} title=${property(`Unlatched: ${word}`)}::${data(`${sentence} ${coverage}`)}`);
    return `${lines.join('\n')}\n`;
  },
};

/** What gates is an error, so that the first ten annotations that GitHub shows are the ones that matter. */
function annotation(result: ScanResult, finding: Finding): string {
  const place = locationOf(result, finding);
  const level = finding.gates ? 'error' : finding.severity === 'low' || finding.severity === 'info' ? 'notice' : 'warning';
  const properties: string[] = [];
  if (!isUrl(place.file)) {
    properties.push(`file=${property(ciPath(result, place.file))}`, `line=${place.line}`);
    if (place.endLine !== undefined) properties.push(`endLine=${place.endLine}`);
    // Columns are only understood within one line.
    if (place.column !== undefined && (place.endLine ?? place.line) === place.line) {
      properties.push(`col=${place.column}`);
      if (place.endColumn !== undefined) properties.push(`endColumn=${place.endColumn}`);
    }
  }
  properties.push(`title=${property(`${finding.severity}[${finding.rule.id}]: ${finding.title}`)}`);
  const reach = finding.operations.slice(0, 5).map((id) => operationTitle(result, id));
  const more = finding.operations.length > 5 ? `, +${finding.operations.length - 5}` : '';
  return `::${level} ${properties.join(',')}::${data(`${finding.message}${reach.length > 0 ? ` Reaches ${reach.join(', ')}${more}.` : ''}`)}`;
}

/** Escapes as the runner unescapes (actions/toolkit, command.ts); control characters are gone before. */
function data(text: string): string {
  return plain(text).replace(/%/g, '%25');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
