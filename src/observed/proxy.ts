/** A proxy between Unlatched and the server: absolute request targets for http, a tunnel for https (RFC 9110 sections 7.1 and 9.3.6). */
import { type Agent, request as httpRequest } from 'node:http';
import { type AgentOptions, Agent as TlsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect } from 'node:tls';
import { UsageError } from '../model/errors.ts';
import type { Origin } from './origin.ts';

export interface ProxyServer {
  readonly host: string;
  readonly port: number;
  /** Value of `Proxy-Authorization`, or null. */
  readonly authorization: string | null;
}

/**
 * Reads `http://[user:password@]host:port`.
 * @throws UsageError, without the text, which may hold a password
 */
export function readProxy(text: string): ProxyServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' || (url.pathname !== '/' && url.pathname !== ''))
    throw new UsageError('bad-proxy', '--proxy: write http://host:port; proxies that are spoken to by TLS or SOCKS are not supported');
  const user = decodeURIComponent(url.username);
  const credentials = `${user}:${decodeURIComponent(url.password)}`;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 80 : Number(url.port),
    authorization: user === '' ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
  };
}

/** Everything of a proxy that no output may hold. */
export function proxySecrets(text: string | null | undefined): readonly string[] {
  if (!text) return [];
  const { authorization } = readProxy(text);
  return authorization === null ? [] : [authorization.slice('Basic '.length), decodeURIComponent(new URL(text).password)].filter(Boolean);
}

/** Opens TLS connections to one origin through a proxy. */
export class TunnelAgent extends TlsAgent {
  constructor(
    private readonly origin: Origin,
    private readonly proxy: ProxyServer,
    private readonly time: number,
    options: AgentOptions,
  ) {
    super(options);
  }

  override createConnection: Agent['createConnection'] = (options, callback) => {
    const { origin, proxy } = this;
    const done = callback as (error: Error | null, socket?: Duplex) => void;
    const authority = `${origin.hostname.includes(':') ? `[${origin.hostname}]` : origin.hostname}:${origin.port}`;
    const asked = httpRequest({
      method: 'CONNECT',
      host: proxy.host,
      port: proxy.port,
      path: authority,
      agent: false,
      timeout: this.time,
      headers: { Host: authority, ...(proxy.authorization === null ? {} : { 'Proxy-Authorization': proxy.authorization }) },
    });
    asked.on('connect', (answer, socket) => {
      if (answer.statusCode === 200) {
        const tls = connect({ ...(options as ConnectionOptions), socket });
        return done(null, tls);
      }
      socket.destroy();
      done(Object.assign(new Error('proxy'), { code: `PROXY_${answer.statusCode}` }));
    });
    // Anything but a tunnel is an answer of the proxy to somebody who asked for a page.
    asked.on('response', (answer) => {
      answer.resume();
      done(Object.assign(new Error('proxy'), { code: `PROXY_${answer.statusCode}` }));
    });
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('proxy'), { code: 'ETIMEDOUT' })));
    asked.on('error', (error) => done(error));
    asked.end();
    return undefined;
  };
}
