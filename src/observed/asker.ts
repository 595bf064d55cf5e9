/** Single requests beside the scan itself (login, document): the same origin guard, pace, limits and redaction. */
import type { ServerAccess } from '../model/witness.ts';
import { type Origin, resolveLocation, resolveOrigin } from './origin.ts';
import { proxySecrets, readProxy } from './proxy.ts';
import { Sender } from './sender.ts';
import { HEADER_LIMIT, openTransport, type Route } from './transport.ts';

/** The certificate authority and the proxy of a run. */
export function routeOf({ ca, proxy }: Pick<ServerAccess, 'ca' | 'proxy'>): Route {
  return { ca: ca ?? null, proxy: proxy ? readProxy(proxy) : null };
}

export interface Asker {
  readonly origin: Origin;
  readonly sender: Sender;
  /** What no exchange may hold; grows when a credential is gained. */
  readonly secrets: string[];
  close(): void;
}

/**
 * Opens the way to the one server of the run. Nothing is sent before the first message.
 * @param bodyLimit bytes of an answer
 * @param maxRequests those that may be sent; null = no bound
 * @throws UsageError for a URL or host that may not be asked
 */
export async function openAsker(
  access: ServerAccess,
  given: readonly string[],
  bodyLimit: number,
  maxRequests: number | null = null,
): Promise<Asker> {
  const origin = await resolveOrigin(access.url, access.allowHosts, Boolean(access.proxy));
  const limits = { time: Math.max(0.05, access.timeout) * 1000, body: bodyLimit, headers: HEADER_LIMIT };
  const transport = openTransport(origin, limits, 1, routeOf(access));
  const { headers, rate, signal } = access;
  const secrets = [...given, ...proxySecrets(access.proxy)];
  const sender = new Sender({ origin, transport, headers, secrets, rate, maxRequests, signal });
  return { origin, sender, secrets, close: () => transport.close() };
}

/** A path as the user wrote it, under the prefix of the URL unless it has it already; null when it leads out of it. */
export function pathUnder(origin: Origin, path: string): string | null {
  const whole = path === origin.prefix || path.startsWith(`${origin.prefix}/`) ? path : `${origin.prefix}${path}`;
  const [bare = ''] = whole.split('?', 1);
  if (bare.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return null;
  return /^\/[!-~]*$/.test(whole) ? whole : null;
}

/** A path under the prefix, or an absolute URL of the same origin as such; null for anything else. */
export function ownPath(origin: Origin, location: string): string | null {
  if (location.startsWith('/')) return pathUnder(origin, location);
  const url = resolveLocation(origin, location, '/');
  if (url === null || url.origin !== origin.origin || url.username !== '' || url.password !== '') return null;
  return pathUnder(origin, `${url.pathname}${url.search}`);
}
