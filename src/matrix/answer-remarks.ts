/** What the answers of a server give away to whoever asks, one remark of a kind. */
import type { Exchange } from '../model/exchange.ts';
import { hostOf, isLocalHost } from '../model/local-host.ts';
import type { AnswerRemark } from '../model/matrix.ts';

export function answerRemarks(exchanges: readonly Exchange[]): readonly AnswerRemark[] {
  const shown = exchanges.filter(({ shows }) => shows === 'debug-page');
  const [first] = shown;
  if (!first?.response) return [];
  const operations = [...new Set(shown.flatMap(({ operation }) => operation ?? []))].sort();
  return [
    { kind: 'debug-page', exchange: first.id, status: first.response.status, local: isLocalHost(hostOf(first.request.url)), operations },
  ];
}
