/** One line a finding, `file:line:column severity[rule] message`, for editors, grep and short logs; the last line says how it ended. */
import { ciPath, locationOf } from './digest/location.ts';
import { orderFindings } from './digest/order.ts';
import { isActive, outcomeOf } from './digest/outcome.ts';
import type { Report } from './report.ts';
import { noCommand, plain } from './text/plain.ts';

export const report: Report = {
  id: 'concise',
  title: 'one line a finding: file:line:column severity[rule] message',
  render(result) {
    const lines = orderFindings(result.findings)
      .filter(isActive)
      .map((finding) => {
        const place = locationOf(result, finding);
        const position = `${ciPath(result, place.file)}:${place.line}:${place.column ?? 1}`;
        const reach =
          finding.operations.length > 0
            ? ` (${finding.operations[0]}${finding.operations.length > 1 ? `, +${finding.operations.length - 1}` : ''})`
            : '';
        return plain(`${position} ${finding.severity}[${finding.rule.id}] ${finding.title}${reach}${finding.gates ? ' gates' : ''}`);
      });
    const { word, sentence, coverage } = outcomeOf(result);
    return `${[...lines.map(noCommand), plain(`${word}: ${sentence} ${coverage}`)].join('\n')}\n`;
  },
};
