/** One request on the wire and its bounded answer: flat header lists, no redirects, no cookies, certificates checked. */
import {
  Agent,
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
  validateHeaderValue,
} from 'node:http';
import { request as httpsRequest, Agent as TlsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Origin } from './origin.ts';
import { type ProxyServer, TunnelAgent } from './proxy.ts';
import { acceptsKey, listen } from './websocket.ts';

export type HeaderList = readonly (readonly [string, string])[];

/** What goes out. `path` is origin-relative, with the query; `headers` without Host. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderList;
  /** Sent as it is; its Content-Length stands in `headers`, or Node would send it in chunks. */
  readonly body?: Buffer;
  /** On a connection of its own that is closed afterwards. */
  readonly fresh: boolean;
  /** A WebSocket handshake; its headers stand in `headers`. */
  readonly socket?: boolean;
}

/** Why nothing usable came back. */
export type Failure = 'connect' | 'timeout' | 'reset' | 'protocol' | 'limit' | 'aborted';

export interface WireAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Buffer;
  /** True when the body was longer than the limit and only its beginning is here. */
  readonly truncated: boolean;
  /** The code with which a WebSocket was closed as soon as it was open. */
  readonly closed?: number;
}

export type WireResult =
  | { readonly ok: true; readonly answer: WireAnswer }
  | { readonly ok: false; readonly failure: Failure; readonly text: string };

export interface Limits {
  /** Milliseconds for one request from the first byte sent to the last byte read. */
  readonly time: number;
  /** Bytes of the body, as sent and as unpacked. */
  readonly body: number;
  /** Bytes of the status line and all headers. */
  readonly headers: number;
}

export const BODY_LIMIT = 1024 * 1024;
export const HEADER_LIMIT = 32 * 1024;

/** The door to the server. `close` ends idle connections. */
export interface Transport {
  send(request: WireRequest, signal: AbortSignal): Promise<WireResult>;
  close(): void;
}

/** True when a header can be sent as it is; NUL, CR and LF cannot (RFC 9110 section 5.5). */
export function sendableHeader(name: string, value: string): boolean {
  try {
    validateHeaderValue(name, value);
    return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
  } catch {
    return false;
  }
}

/** How to get to the server, where that is not the plain way. */
export interface Route {
  /** PEM of a certificate authority that is trusted besides Node's own. */
  readonly ca?: string | null;
  readonly proxy?: ProxyServer | null;
}

/** Opens a transport to one pinned origin. Nothing is sent before `send`. */
export function openTransport(origin: Origin, limits: Limits, connections: number, route: Route = {}): Transport {
  const tls = origin.protocol === 'https:';
  const proxy = route.proxy ?? null;
  const open = (keepAlive: boolean): Agent | TlsAgent => {
    const options = { keepAlive, maxSockets: connections, maxFreeSockets: connections };
    if (tls && proxy) return new TunnelAgent(origin, proxy, limits.time, options);
    return new (tls ? TlsAgent : Agent)(options);
  };
  const agent = open(true);
  const ca = route.ca ? [...rootCertificates, route.ca] : undefined;
  // A proxy for http is asked for the whole URL; one for https opens a tunnel.
  const forward = proxy && !tls ? proxy : null;
  // The name was resolved and checked once; a second look-up could lead elsewhere.
  const lookup: LookupFunction = (_hostname, options, callback) => {
    if (options.all)
      (callback as (error: null, all: { address: string; family: number }[]) => void)(null, [
        { address: origin.address, family: origin.family },
      ]);
    else callback(null, origin.address, origin.family);
  };
  return {
    async send(wire, signal) {
      const first = await sendOnce(wire);
      // A kept-alive connection that the server closed in the same moment says nothing about the request.
      if (first.reused && !first.result.ok && first.result.failure === 'reset') return (await sendOnce({ ...wire, fresh: true })).result;
      return first.result;

      function sendOnce(message: WireRequest): Promise<{ result: WireResult; reused: boolean }> {
        // Some servers send a body after HEAD, which would be read as the next answer on a kept connection.
        // A request with a body is never sent a second time behind the caller's back.
        const fresh = message.fresh || message.method === 'HEAD' || message.body !== undefined || message.socket === true;
        const options: RequestOptions = {
          protocol: origin.protocol,
          host: forward?.host ?? origin.hostname,
          port: forward?.port ?? origin.port,
          method: message.method,
          path: forward ? `${origin.origin}${message.path}` : message.path,
          agent: !fresh ? agent : tls && proxy ? open(false) : false,
          headers: [
            ['Host', origin.host],
            ...message.headers,
            ...(forward?.authorization ? [['Proxy-Authorization', forward.authorization]] : []),
            ...(fresh && !message.socket ? [['Connection', 'close']] : []),
          ].flat() as unknown as Record<string, string>,
          maxHeaderSize: limits.headers,
          ...(proxy ? {} : { lookup }),
          ...(tls ? { ca, servername: /^[\d.]+$|:/.test(origin.hostname) ? '' : origin.hostname, rejectUnauthorized: true } : {}),
        };
        return exchange(tls ? httpsRequest : httpRequest, options, message, limits, signal);
      }
    },
    close: () => agent.destroy(),
  };
}

function exchange(
  open: typeof httpRequest,
  options: RequestOptions,
  { headers: sent, body, socket: wanted = false }: WireRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<{ result: WireResult; reused: boolean }> {
  return new Promise((resolve) => {
    let request: ClientRequest | null = null;
    let done = false;
    const finish = (result: WireResult): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      const reused = request?.reusedSocket ?? false;
      // A whole answer leaves its connection to the agent; anything else is not worth keeping.
      if (!result.ok || result.answer.truncated) request?.destroy();
      resolve({ result, reused });
    };
    const fail = (failure: Failure, text: string): void => finish({ ok: false, failure, text });
    const timer = setTimeout(() => fail('timeout', `no complete answer within ${limits.time / 1000} s`), limits.time);
    const onAbort = (): void => fail('aborted', 'interrupted');
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort);
    try {
      request = open(options);
    } catch {
      // Node refuses unescaped characters in paths and headers before anything is sent.
      return fail('protocol', 'the request cannot be written as HTTP');
    }
    request.on('error', (error: NodeJS.ErrnoException) => {
      const [failure, text] = failureOf(error);
      fail(failure, text);
    });
    request.on('upgrade', (message, socket, head) => {
      const key = sent.find(([name]) => name === 'Sec-WebSocket-Key')?.[1] ?? '';
      if (!wanted || !acceptsKey(key, message.headers['sec-websocket-accept'])) {
        socket.destroy();
        return fail('protocol', 'the server switched protocols');
      }
      const headers = pairsOf(message);
      // The time for one request ends here as well: whoever stays silent is not waited for.
      listen(socket, head, limits.body, ({ message: body, truncated, closed }) =>
        finish({ ok: true, answer: { status: 101, headers, body, truncated, ...(closed === null ? {} : { closed }) } }),
      );
    });
    request.on('response', (message) => readBody(message, options.method ?? 'GET', limits, finish, fail));
    request.end(body);
  });
}

function pairsOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.push([rawHeaders[at]!, rawHeaders[at + 1]!]);
  return headers;
}

function readBody(
  message: IncomingMessage,
  method: string,
  limits: Limits,
  finish: (result: WireResult) => void,
  fail: (failure: Failure, text: string) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const deliver = (cut: boolean): void => {
    const headers = pairsOf(message);
    const unpacked = unpack(Buffer.concat(chunks), message.headers['content-encoding'] ?? '', limits.body, cut);
    if (unpacked === null) fail('limit', 'the body is packed and cannot be unpacked within the limits');
    else
      finish({ ok: true, answer: { status: message.statusCode ?? 0, headers, body: unpacked.body, truncated: cut || unpacked.truncated } });
  };
  // Whatever follows the headers is no part of the answer (RFC 9110 section 9.3.2), and the connection ends here anyway.
  if (method === 'HEAD') {
    deliver(false);
    message.destroy();
    return;
  }
  message.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limits.body) {
      chunks.push(chunk.subarray(0, chunk.length - (length - limits.body)));
      deliver(true);
      message.destroy();
    } else chunks.push(chunk);
  });
  message.on('end', () => (message.complete ? deliver(false) : fail('reset', 'the answer ended early')));
  message.on('aborted', () => fail('reset', 'the connection was closed before the answer was complete'));
  message.on('error', (error: NodeJS.ErrnoException) => fail(...failureOf(error)));
}

/** Undoes at most two content codings; output is bounded, so a small bomb stays small. Null when that cannot be done. */
function unpack(body: Buffer, coding: string, limit: number, cut: boolean): { body: Buffer; truncated: boolean } | null {
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'identity');
  if (codings.length === 0 || body.length === 0) return { body, truncated: false };
  if (codings.length > 2 || cut) return null;
  let out = body;
  try {
    for (const word of codings.reverse()) {
      const options = { maxOutputLength: limit };
      if (word === 'gzip' || word === 'x-gzip') out = gunzipSync(out, options);
      else if (word === 'br') out = brotliDecompressSync(out, options);
      else if (word === 'deflate') out = (out[0]! & 0x0f) === 8 ? inflateSync(out, options) : inflateRawSync(out, options);
      else return null;
    }
  } catch {
    return null;
  }
  return { body: out, truncated: false };
}

function failureOf(error: NodeJS.ErrnoException): [Failure, string] {
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return ['connect', 'the connection was refused'];
  if (/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/.test(code))
    return ['connect', `the server cannot be reached (${code})`];
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code)) return ['connect', `the certificate of the server is not trusted (${code})`];
  if (code.startsWith('PROXY_')) return ['connect', `the proxy answered ${code.slice(6)}`];
  if (/^(EPROTO|ERR_SSL|ERR_TLS)/.test(code)) return ['connect', 'the server does not speak TLS as it should'];
  if (code === 'HPE_HEADER_OVERFLOW') return ['limit', `the headers of the answer are larger than ${HEADER_LIMIT / 1024} KB`];
  if (code.startsWith('HPE_')) return ['protocol', `the answer is not valid HTTP (${code})`];
  if (code === 'ECONNRESET' || code === 'EPIPE') return ['reset', 'the connection was closed before the answer was complete'];
  return ['protocol', `the request failed (${/^[A-Z_]{2,40}$/.test(code) ? code : 'unknown error'})`];
}
