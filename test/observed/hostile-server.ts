/** A server that misbehaves on purpose, one path for each way, on raw sockets. */
import { createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

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
    const more = (): void => {
      while (!socket.destroyed && socket.write('x'.repeat(64 * 1024)));
      if (!socket.destroyed) socket.once('drain', more);
    };
    more();
  },
  '/bomb/': (socket) => respond(socket, 200, gzipSync(Buffer.alloc(64 * 1024 * 1024)), ['Content-Encoding: gzip']),
  '/layers/': (socket) => respond(socket, 200, gzipSync('{}'), ['Content-Encoding: gzip, gzip, gzip, gzip']),
  '/chunks/': (socket) => socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\nZZZ\r\nnot a chunk`),
  '/loop/': (socket) => respond(socket, 302, '', ['Location: /loop/']),
  '/nowhere/': (socket) => respond(socket, 302, '', ['Location: http://[']),
  '/flood/': (socket) => socket.write(HEAD + 'X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(20_000)),
  '/reset/': (socket) => socket.resetAndDestroy(),
  '/early/': (socket) => socket.end(`${HEAD}Content-Le`),
  '/long-length/': (socket) => socket.end(`${HEAD}Content-Length: 5000\r\n\r\n{"a": 1}`),
  '/hang/': () => {},
  '/switch/': (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
  '/garbage/': (socket) => socket.end('\u0000\u0001\u0002 not http at all \r\n\r\n'),
  '/nul-header/': (socket) => socket.write(`${HEAD}X-Bad: a\u0000b\r\nContent-Length: 2\r\n\r\n{}`),
  '/two-lengths/': (socket) => socket.write(`${HEAD}Content-Length: 2\r\nContent-Length: 7\r\n\r\n{}`),
  '/some-500/': (socket, { turn }) => (turn % 3 === 1 ? json(socket, 200, { a: 1 }) : json(socket, 500, { error: 'x' })),
  '/throttled/': (socket) => respond(socket, 429, '{}', ['Retry-After: 100000']),
  '/unavailable/': (socket) => respond(socket, 503, '{}', ['Retry-After: Wed, 21 Oct 2099 07:28:00 GMT']),
};
