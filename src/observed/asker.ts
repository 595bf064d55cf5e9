/** Single requests beside the scan itself (login, document): the same origin guard, pace, limits and redaction. */
import type { ServerAccess } from '../model/witness.ts';
import { type Origin, resolveOrigin } from './origin.ts';
import { Sender } from './sender.ts';
import { HEADER_LIMIT, openTransport } from './transport.ts';

export interface Asker {
  readonly origin: Origin;
  readonly sender: Sender;
  close(): void;
}

/**
 * Opens the way to the one server of the run. Nothing is sent before the first message.
 * @param bodyLimit bytes of an answer
 * @throws UsageError for a URL or host that may not be asked
 */
export async function openAsker(access: ServerAccess, secrets: readonly string[], bodyLimit: number): Promise<Asker> {
  const origin = await resolveOrigin(access.url, access.allowHosts);
  const limits = { time: Math.max(0.05, access.timeout) * 1000, body: bodyLimit, headers: HEADER_LIMIT };
  const transport = openTransport(origin, limits, 1);
  const { headers, rate, signal } = access;
  const sender = new Sender({ origin, transport, headers, secrets, rate, maxRequests: null, signal });
  return { origin, sender, close: () => transport.close() };
}

/** A path as the user wrote it, under the prefix of the URL unless it has it already; null when it leads out of it. */
export function pathUnder(origin: Origin, path: string): string | null {
  const whole = path === origin.prefix || path.startsWith(`${origin.prefix}/`) ? path : `${origin.prefix}${path}`;
  const [bare = ''] = whole.split('?', 1);
  if (bare.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return null;
  return /^\/[!-~]*$/.test(whole) ? whole : null;
}
