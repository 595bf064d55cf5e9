/** What the answers of a server give away to whoever asks, one remark of a kind. */
import type { Exchange } from '../model/exchange.ts';
import type { AnswerRemark } from '../model/matrix.ts';

const LOOPBACK = /^https?:\/\/(?:127(?:\.\d+){3}|localhost|\[::1\])(?=[:/]|$)/i;

export function answerRemarks(exchanges: readonly Exchange[]): readonly AnswerRemark[] {
  const shown = exchanges.filter(({ shows }) => shows === 'debug-page');
  const [first] = shown;
  if (!first?.response) return [];
  const operations = [...new Set(shown.flatMap(({ operation }) => operation ?? []))].sort();
  return [{ kind: 'debug-page', exchange: first.id, status: first.response.status, local: LOOPBACK.test(first.request.url), operations }];
}
