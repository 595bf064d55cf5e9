/** Asks the plain-http twin of a server with a made-up token (catalogue R32): whoever gets an answer there has sent his token in the clear. */
import type { PlainHttpRequest, PlainHttpResult } from '../model/witness.ts';
import { headerOf } from './answer.ts';
import { openAsker, pathUnder } from './asker.ts';
import { bindCredential, inAuthorization, makeMaterials } from './credential.ts';
import { BODY_LIMIT } from './transport.ts';

/**
 * One request. A refused connection is what a right server does; what it answers, a redirect included, is told.
 * @throws UsageError for a URL that may not be asked
 */
export async function askPlainHttp(request: PlainHttpRequest): Promise<PlainHttpResult> {
  // Nothing that is a secret may go over the wire in the clear: no header of the user, and a token that nobody issued.
  const asker = await openAsker({ ...request, headers: [] }, [], BODY_LIMIT);
  try {
    const path = pathUnder(asker.origin, request.path) ?? `${asker.origin.prefix}/`;
    const materials = makeMaterials(null);
    const sends = { place: 'header', material: 'garbage', scheme: 'auto' } as const;
    const { answer, exchange } = await asker.sender.send({
      probe: 'plain-http',
      operation: null,
      method: 'GET',
      path,
      query: [],
      credential: bindCredential(sends, ['Authorization'], inAuthorization('Bearer'), materials)!,
      fresh: 'connection',
    });
    const { exchanges } = asker.sender;
    if (answer === null) return { problem: null, exchanges };
    const where = `${asker.origin.origin}${path}`;
    const location = headerOf(answer, 'location') ?? '';
    const redirects = answer.status >= 300 && answer.status < 400;
    asker.sender.label(exchange, redirects ? 'PREGATE' : answer.status === 426 || answer.status === 403 ? 'DENIED' : 'REACHED');
    if (answer.status === 426 || answer.status === 403) return { problem: null, exchanges };
    const what = redirects
      ? `redirects (${answer.status}${/^https:/i.test(location) ? ' to https' : ''})`
      : `answers ${answer.status}${headerOf(answer, 'www-authenticate') === null ? '' : ' and asks for a token'}`;
    const problem = `--http-origin: ${where} ${what}: a client that is given the http address has sent its token in the clear by then; refuse plain http for the API (RFC 6750 section 5.3)`;
    return { problem, exchanges };
  } finally {
    asker.close();
  }
}
