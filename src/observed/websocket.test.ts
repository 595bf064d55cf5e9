/** What servers send after a handshake, the wrong and the endless too, over real sockets. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { resolveOrigin } from './origin.ts';
import { openTransport, type WireResult } from './transport.ts';
import { firstMessage, handshakeHeaders } from './websocket.ts';

const frame = (opcode: number, payload: Buffer | string, length = Buffer.from(payload).length): Buffer => {
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, Buffer.from(payload)]);
};
const close = (code: number): Buffer => frame(8, Buffer.from([code >> 8, code & 255]));

describe('the first message', () => {
  it.each([
    ['a text', frame(1, '{"a":1}'), '{"a":1}', null],
    ['what follows a ping', Buffer.concat([frame(9, 'ping'), frame(1, 'x')]), 'x', null],
    ['a long one', frame(2, 'y'.repeat(300)), 'y'.repeat(300), null],
    ['a close with its code', close(4401), '', 4401],
    ['a close without one', frame(8, ''), '', 1005],
  ])('is %s', (_name, bytes, message, closed) => {
    expect(firstMessage(bytes, 1000)).toEqual({ message: Buffer.from(message), truncated: false, closed });
  });

  it('is not there while it is not whole', () => {
    const whole = frame(1, 'z'.repeat(200));
    for (let length = 0; length < whole.length; length += 1) expect(firstMessage(whole.subarray(0, length), 1000)).toBeNull();
  });

  it('is cut where it is too long, whatever length it claims', () => {
    expect(firstMessage(frame(1, 'w'.repeat(20), 2 ** 40), 10)).toEqual({
      message: Buffer.from('w'.repeat(10)),
      truncated: true,
      closed: null,
    });
  });
});

describe('a server', () => {
  let server: Server | null = null;
  const opened: Duplex[] = [];
  afterEach(async () => {
    for (const socket of opened.splice(0)) socket.destroy();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    server = null;
  });

  /** Opens a socket to a server that answers the handshake and then does what it is told. */
  async function open(
    then: (socket: Duplex) => void,
    guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11',
  ): Promise<WireResult & { received: number }> {
    let received = 0;
    const running = createServer().on('upgrade', (request, socket) => {
      opened.push(socket);
      socket.on('data', (chunk: Buffer) => (received += chunk.length)).on('error', () => {});
      const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${guid}`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      then(socket);
    });
    server = running;
    await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
    const origin = await resolveOrigin(`http://127.0.0.1:${(running.address() as AddressInfo).port}`, [], false);
    const transport = openTransport(origin, { time: 5000, body: 1000, headers: 8192 }, 1);
    const wire = { method: 'GET', path: '/', headers: handshakeHeaders(origin.origin), fresh: false, socket: true };
    const result = await transport.send(wire, new AbortController().signal);
    transport.close();
    return { ...result, received };
  }
  const answer = (more: object) => ({ ok: true, received: 0, answer: expect.objectContaining({ status: 101, ...more }) });

  it('that speaks is heard, piece by piece, and is told nothing', async () => {
    const bytes = frame(1, 'hello');
    const pieces = (socket: Duplex) => {
      for (const [at, byte] of bytes.entries()) setTimeout(() => socket.write(Buffer.from([byte])), at * 10);
    };
    expect(await open(pieces)).toEqual(answer({ body: Buffer.from('hello') }));
  });

  it.each<[string, (socket: Duplex) => void, object]>([
    ['closes with a code', (socket) => socket.write(close(4403)), { closed: 4403 }],
    ['hangs up', (socket) => socket.end(), { closed: 1006 }],
    ['stays silent', () => {}, { body: Buffer.alloc(0) }],
    ['pings without end', (socket) => socket.write(Buffer.concat(Array<Buffer>(2000).fill(frame(9, 'p')))), { body: Buffer.alloc(0) }],
    ['claims a frame without end', (socket) => socket.write(frame(9, 'q'.repeat(5000), 2 ** 50)), { body: Buffer.alloc(0) }],
  ])('that %s', async (_name, then, expected) => {
    expect(await open(then)).toEqual(answer(expected));
  });

  it('that does not know the handshake has not accepted it', async () => {
    expect(await open(() => {}, 'another')).toEqual({ ok: false, failure: 'protocol', text: 'the server switched protocols', received: 0 });
  });
});
