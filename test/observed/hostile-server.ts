/** A server that misbehaves on purpose, one path for each way, on raw sockets. */
import { createServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

export interface HostileServer {
  readonly url: string;
  readonly port: number;
  /** Heads of the requests that came in. */
  readonly heads: string[];
  close(): Promise<void>;
}

export interface HeardRequest {
  readonly method: string;
  readonly path: string;
  readonly head: string;
  /** The Authorization header's token, or null. */
  readonly token: string | null;
  /** How often this path was asked before. */
  readonly turn: number;
}

export type Behaviour = (socket: Socket, request: HeardRequest) => void;

/** A whole answer. */
export function respond(socket: Socket, status: number, body: string | Buffer, headers: string[] = [], type = 'application/json'): void {
  const bytes = Buffer.from(body as string);
  const head = [`HTTP/1.1 ${status} X`, `Content-Type: ${type}`, `Content-Length: ${bytes.length}`, ...headers, '', ''].join('\r\n');
  // One write: two would wait for each other's acknowledgement.
  socket.write(Buffer.concat([Buffer.from(head), bytes]));
}

export const json = (socket: Socket, status: number, value: unknown): void =>
  respond(socket, status, JSON.stringify(value), status === 401 ? ['WWW-Authenticate: Bearer'] : []);

/** Starts a server that answers by path; `fallback` answers every other path. */
export async function startHostile(behaviours: Record<string, Behaviour>, fallback: Behaviour): Promise<HostileServer> {
  const heads: string[] = [];
  const turns = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end);
        text = text.slice(end + 4);
        heads.push(head);
        const [method = '', url = ''] = head.split(' ');
        const path = url.split('?', 1)[0]!;
        const turn = turns.get(path) ?? 0;
        turns.set(path, turn + 1);
        const token = /^authorization: \S+ (.*)$/im.exec(head)?.[1] ?? null;
        (behaviours[path] ?? fallback)(socket, { method, path, head, token, turn });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as { port: number }).port;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    heads,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const forever = (socket: Socket, every: number, text: string): void => {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(text)), every);
  socket.on('close', () => clearInterval(timer));
};

/** Writes as fast as the other side reads. */
const flood = (socket: Socket, text: string): void => {
  const more = (): void => {
    while (!socket.destroyed && socket.write(text));
    if (!socket.destroyed) socket.once('drain', more);
  };
  more();
};

const ZEROS = Buffer.alloc(64 * 1024 * 1024);
const GZIP_BOMB = gzipSync(ZEROS);
const DEFLATE_BOMB = deflateSync(ZEROS);
const BROTLI_BOMB = brotliCompressSync(ZEROS.subarray(0, 8 * 1024 * 1024));

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Ways to misbehave that are the same with and without a token. */
export const MISBEHAVIOURS: Record<string, Behaviour> = {
  '/drip/': (socket) => {
    socket.write(`${HEAD}Content-Length: 100000\r\n\r\n`);
    forever(socket, 20, ' ');
  },
  '/drip-head/': (socket) => {
    socket.write(HEAD);
    forever(socket, 20, 'X-A: b\r\n');
  },
  '/continue/': (socket) => forever(socket, 5, 'HTTP/1.1 100 Continue\r\n\r\n'),
  '/endless/': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n');
    flood(socket, 'x'.repeat(64 * 1024));
  },
  '/endless-chunks/': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n');
    flood(socket, `10000\r\n${'x'.repeat(0x10000)}\r\n`);
  },
  '/drip-chunks/': (socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    forever(socket, 20, '1\r\n \r\n');
  },
  '/half-chunk/': (socket) => socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\n40\r\n{"a": 1`),
  '/great-chunk/': (socket) => socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n{}`),
  '/trailers/': (socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n`);
    flood(socket, 'X-Trailer: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(100));
  },
  '/bomb/': (socket) => respond(socket, 200, GZIP_BOMB, ['Content-Encoding: gzip']),
  '/deflate-bomb/': (socket) => respond(socket, 200, DEFLATE_BOMB, ['Content-Encoding: deflate']),
  '/brotli-bomb/': (socket) => respond(socket, 200, BROTLI_BOMB, ['Content-Encoding: br']),
  '/not-packed/': (socket) => respond(socket, 200, '{"a": 1}', ['Content-Encoding: gzip']),
  '/strange-packing/': (socket) => respond(socket, 200, '{"a": 1}', ['Content-Encoding: x-unheard-of']),
  '/layers/': (socket) => respond(socket, 200, gzipSync('{}'), ['Content-Encoding: gzip, gzip, gzip, gzip']),
  '/chunks/': (socket) => socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\nZZZ\r\nnot a chunk`),
  '/loop/': (socket) => respond(socket, 302, '', ['Location: /loop/']),
  '/further/': (socket, { turn }) => respond(socket, 302, '', [`Location: /further/?step=${turn + 1}`]),
  '/many-places/': (socket) => respond(socket, 302, '', ['Location: /a/', 'Location: http://192.0.2.1/b/', 'Location: //[::1]/c/']),
  '/script-place/': (socket) => respond(socket, 307, '', ['Location: javascript:alert(1)']),
  '/file-place/': (socket) => respond(socket, 308, '', ['Location: file:///etc/hostname']),
  '/nowhere/': (socket) => respond(socket, 302, '', ['Location: http://[']),
  '/flood/': (socket) => socket.write(HEAD + 'X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(20_000)),
  '/long-line/': (socket) => socket.write(`${HEAD}X-Long: ${'a'.repeat(4 * 1024 * 1024)}\r\n\r\n`),
  '/hints/': (socket) => forever(socket, 5, 'HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n'),
  '/processing/': (socket) => flood(socket, 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(1000)),
  '/minus-length/': (socket) => socket.end(`${HEAD}Content-Length: -1\r\n\r\n{}`),
  '/vast-length/': (socket) => socket.write(`${HEAD}Content-Length: 99999999999999999999999\r\n\r\n{}`),
  '/length-and-chunks/': (socket) => socket.write(`${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`),
  '/word-length/': (socket) => socket.write(`${HEAD}Content-Length: two\r\n\r\n{}`),
  '/letters-as-status/': (socket) => socket.write('HTTP/1.1 OK 200\r\nContent-Length: 2\r\n\r\n{}'),
  '/other-protocol/': (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  '/reset-in-body/': (socket) => {
    socket.write(`${HEAD}Content-Length: 5000\r\n\r\n{"a": `, () => socket.resetAndDestroy());
  },
  '/reset/': (socket) => socket.resetAndDestroy(),
  '/early/': (socket) => socket.end(`${HEAD}Content-Le`),
  '/long-length/': (socket) => socket.end(`${HEAD}Content-Length: 5000\r\n\r\n{"a": 1}`),
  '/hang/': () => {},
  '/switch/': (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
  '/garbage/': (socket) => socket.end('\u0000\u0001\u0002 not http at all \r\n\r\n'),
  '/nul-header/': (socket) => socket.write(`${HEAD}X-Bad: a\u0000b\r\nContent-Length: 2\r\n\r\n{}`),
  '/two-lengths/': (socket) => socket.write(`${HEAD}Content-Length: 2\r\nContent-Length: 7\r\n\r\n{}`),
  '/some-500/': (socket, { turn }) => (turn % 3 === 1 ? json(socket, 200, { a: 1 }) : json(socket, 500, { error: 'x' })),
  '/any-status/': (socket, { turn }) => json(socket, [200, 404, 500, 418, 204, 409][turn % 6]!, { a: 1 }),
  '/any-shape/': (socket, { turn }) => json(socket, 200, { [`key${turn}`]: turn }),
  '/any-kind/': (socket, { turn }) =>
    turn % 2 === 0 ? json(socket, 200, { a: 1 }) : respond(socket, 200, '<html><p>hello</p></html>', [], 'text/html'),
  '/odd-pause/': (socket) => respond(socket, 429, '{}', ['Retry-After: -5']),
  '/endless-pause/': (socket) => respond(socket, 503, '{}', ['Retry-After: 1e309']),
  '/proxy-login/': (socket) => respond(socket, 407, '{}', ['Proxy-Authenticate: Basic']),
  '/throttled/': (socket) => respond(socket, 429, '{}', ['Retry-After: 100000']),
  '/unavailable/': (socket) => respond(socket, 503, '{}', ['Retry-After: Wed, 21 Oct 2099 07:28:00 GMT']),
};
