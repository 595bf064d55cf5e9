/** GitLab's Code Quality report: a JSON list of violations. */
import { createHash } from 'node:crypto';
import type { Severity } from '../model/finding.ts';
import { ciPath, locationOf } from './digest/location.ts';
import { orderFindings } from './digest/order.ts';
import { isReviewList } from './digest/purposes.ts';
import type { Report } from './report.ts';
import { plain } from './text/plain.ts';

const SEVERITY: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

export const report: Report = {
  id: 'gitlab',
  title: "GitLab's Code Quality report (JSON)",
  render(result) {
    // GitLab compares two reports by fingerprint, so what our baseline knows stays in; what is suppressed goes.
    const list = orderFindings(result.findings)
      .filter((finding) => !finding.suppressed && !isReviewList(finding))
      .map((finding) => {
        const place = locationOf(result, finding);
        return {
          description: plain(`${finding.title}: ${finding.message}`),
          check_name: finding.rule.id,
          fingerprint: createHash('sha256').update(finding.id).digest('hex').slice(0, 32),
          severity: SEVERITY[finding.severity],
          location: { path: plain(ciPath(result, place.file)), lines: { begin: place.line, end: place.endLine ?? place.line } },
        };
      });
    return `${JSON.stringify(list, null, 2)}\n`;
  },
};
