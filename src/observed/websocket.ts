/** The opening of a WebSocket (RFC 6455): the handshake, what the server says first of itself, and then the end. Nothing is ever sent after it. */
import { createHash, randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { HeaderList } from './transport.ts';

/** Milliseconds that a server has to say something, or to close, after it has accepted. */
const SILENCE = 1500;

/** How a socket began: its first message, or the code with which it was closed at once. */
export interface Beginning {
  readonly message: Buffer;
  readonly truncated: boolean;
  readonly closed: number | null;
}

/** The headers of a handshake (section 4.1), with the origin as a page of the server itself would send it. */
export function handshakeHeaders(origin: string): HeaderList {
  return [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', randomBytes(16).toString('base64')],
    ['Origin', origin],
  ];
}

/** Whether the server has understood the handshake (section 4.2.2). */
export function acceptsKey(key: string, accept: string | undefined): boolean {
  return accept === createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** Listens for the first message, bounded in time and size, and drops the connection. Calls back once. */
export function listen(socket: Duplex, head: Buffer, limit: number, done: (beginning: Beginning) => void): void {
  let seen = head;
  const end = (beginning: Beginning): void => {
    clearTimeout(timer);
    socket.removeAllListeners();
    // What the network says of a connection that is given up is of no interest.
    socket.on('error', () => {});
    socket.destroy();
    done(beginning);
  };
  const silent = { message: Buffer.alloc(0), truncated: false };
  const timer = setTimeout(() => end({ ...silent, closed: null }), SILENCE);
  const look = (): void => {
    const first = firstMessage(seen, limit);
    if (first !== null) end(first);
    // Nothing but control frames, and too many of them.
    else if (seen.length > limit + 1024) end({ ...silent, closed: null });
  };
  const gone = (): void => end({ ...silent, closed: 1006 });
  socket.on('data', (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    look();
  });
  socket.once('end', gone);
  socket.once('close', gone);
  socket.once('error', gone);
  if (seen.length > 0) look();
}

/** The first frame that says something (section 5.2), null while it is not whole. Control frames but a close are passed over. */
export function firstMessage(bytes: Buffer, limit: number): Beginning | null {
  let at = 0;
  while (bytes.length >= at + 2) {
    const opcode = bytes[at]! & 0x0f;
    const short = bytes[at + 1]! & 0x7f;
    const start = at + 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
    if (bytes.length < start) return null;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
    const kept = Math.min(length, limit);
    if (bytes.length < start + kept) return null;
    const payload = bytes.subarray(start, start + kept);
    // No code at all is 1005 (section 7.1.5).
    if (opcode === 8) return { message: Buffer.alloc(0), truncated: false, closed: kept >= 2 ? payload.readUInt16BE(0) : 1005 };
    if (opcode === 1 || opcode === 2) return { message: Buffer.from(payload), truncated: kept < length, closed: null };
    at = start + length;
  }
  return null;
}
