/** Whether the https address tells browsers to stay there (RFC 6797): seen from the answers of the run, nothing is sent for it. */
import type { Exchange } from '../model/exchange.ts';
import { hostOf, isLocalHost } from '../model/local-host.ts';
import type { Problem } from '../model/problem.ts';

/** As many headers as are kept of an answer: of one with more it is not known what it lacks. */
const KEPT = 40;

/**
 * A problem where no answer has a Strict-Transport-Security that counts: over https, for a name (section 8.1.1 leaves addresses out), with
 * a time (`max-age=0` takes it back, section 6.1.1). A machine of one's own has seldom a reason for it, so there it is a note.
 * @param url as the run was given it
 */
export function strictTransportProblem(url: string, exchanges: readonly Exchange[]): Problem | null {
  const host = hostOf(url);
  if (!/^https:/i.test(url) || isAddress(host)) return null;
  const { origin } = new URL(url);
  const answers = exchanges.flatMap(({ request, response }) =>
    response && response.headers.length > 0 && request.url.startsWith(`${origin}/`) ? [response.headers] : [],
  );
  if (answers.length === 0 || answers.some((headers) => headers.length >= KEPT || headers.some(isStrict))) return null;
  const text = `--http-origin: no answer of ${origin} has Strict-Transport-Security: a browser that is given the http address goes on to ask there first (RFC 6797)`;
  return { severity: isLocalHost(host) ? 'note' : 'warning', text };
}

const isAddress = (host: string): boolean => /^(\[.*\]|\d+(\.\d+){3})$/.test(host);

function isStrict([name, value]: readonly [string, string]): boolean {
  return name.toLowerCase() === 'strict-transport-security' && /max-age\s*=\s*"?0*[1-9]/i.test(value);
}
