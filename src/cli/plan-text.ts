/** What `--dry-run` prints: every request that would be sent, with its reason. */
import type { ScanResult } from '../model/scan-result.ts';
import { plain } from '../reports/text/plain.ts';

export function planText(plan: NonNullable<ScanResult['plan']>): string {
  const requests = plan.map(({ method, url, headers, body, why }) => {
    const lines = [
      `${method} ${url}`,
      ...headers.map(([name, value]) => `    ${name}: ${value}`),
      ...(body ? [`    ${body}`] : []),
      `    # ${why}`,
    ];
    return `${lines.map((line) => plain(line)).join('\n')}\n`;
  });
  const count = plan.length === 1 ? '1 request' : `${plan.length} requests`;
  return `${requests.join('\n')}${requests.length > 0 ? '\n' : ''}${count} planned, none sent\n`;
}
