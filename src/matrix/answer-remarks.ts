/** What the answers of a server show beside their verdicts, one remark of a kind. */
import type { Exchange } from '../model/exchange.ts';
import { FOREIGN_ORIGIN } from '../model/foreign-origin.ts';
import { hostOf, isLocalHost } from '../model/local-host.ts';
import type { AnswerRemark } from '../model/matrix.ts';

export function answerRemarks(exchanges: readonly Exchange[]): readonly AnswerRemark[] {
  return [
    ...remark('debug-page', exchanges, ({ shows }) => shows === 'debug-page'),
    ...remark('traceback', exchanges, ({ shows }) => shows === 'traceback'),
    ...remark('reflected-origin', exchanges, reflectsOrigin, ({ request }) => ({ cookie: headerIn(request.headers, 'cookie') !== null })),
    ...remark('no-challenge', exchanges, lacksChallenge),
    ...remark('fetched-address', exchanges, ({ shows }) => shows === 'fetched-address'),
    ...remark(
      'private-key',
      exchanges,
      ({ shows }) => shows === 'private-key',
      ({ request }) => ({ path: new URL(request.url).pathname }),
    ),
  ];
}

function remark(
  kind: AnswerRemark['kind'],
  exchanges: readonly Exchange[],
  shows: (exchange: Exchange) => boolean,
  more: (exchange: Exchange) => Partial<AnswerRemark> = () => ({}),
): readonly AnswerRemark[] {
  const shown = exchanges.filter((exchange) => exchange.response !== null && shows(exchange));
  const [first] = shown;
  if (!first?.response) return [];
  const operations = [...new Set(shown.flatMap(({ operation }) => operation ?? []))].sort();
  const local = isLocalHost(hostOf(first.request.url));
  return [{ kind, exchange: first.id, status: first.response.status, local, operations, ...more(first) }];
}

/**
 * Names the foreign page and lets it send cookies: only then does a browser hand the answer over (Fetch standard, CORS check).
 * With `*` it does not.
 */
function reflectsOrigin({ request, response }: Exchange): boolean {
  if (headerIn(request.headers, 'origin') !== FOREIGN_ORIGIN) return false;
  const { headers } = response!;
  return (
    headerIn(headers, 'access-control-allow-origin') === FOREIGN_ORIGIN && headerIn(headers, 'access-control-allow-credentials') === 'true'
  );
}

/** As many headers as are kept of an answer: of one with more it is not known what it lacks. */
const KEPT = 40;

/** RFC 9110 section 15.5.2 asks for the header. Requests of other purposes, logins say, have no operation. */
function lacksChallenge({ operation, response }: Exchange): boolean {
  const { status, headers } = response!;
  if (status !== 401 || operation === null || headers.length === 0 || headers.length >= KEPT) return false;
  return headerIn(headers, 'www-authenticate') === null;
}

function headerIn(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
