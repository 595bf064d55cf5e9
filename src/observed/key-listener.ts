/**
 * A listener of our own on this machine, which hands out the key that a token names by its address: whether a server asks there is seen
 * from here, and nobody else is asked.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressClass, type Origin } from './origin.ts';

export interface KeyListener {
  /** `http://127.0.0.1:port/<random>`, under which the names of `files` lie. */
  readonly address: string;
  /** How often a file was asked for. */
  readonly hits: number;
  close(): void;
}

/** Longest a client may take; a run is not held up by one that says nothing. */
const PATIENCE = 5000;

/** True where the server that is asked runs on this machine, and so reaches the listener and no other does. */
export function isOnThisMachine({ address, family }: Origin): boolean {
  return addressClass(address) === 'local' && (family === 6 ? address === '::1' : address.startsWith('127.'));
}

/** @param files what is handed out, by name; everything else is not found, and counts nothing */
export async function openKeyListener(files: Readonly<Record<string, string>>): Promise<KeyListener> {
  const folder = `/${randomBytes(16).toString('hex')}`;
  let hits = 0;
  const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE }, (request, response) => {
    const name = request.url?.startsWith(`${folder}/`) ? request.url.slice(folder.length + 1) : '';
    const text = request.method === 'GET' && Object.hasOwn(files, name) ? files[name] : undefined;
    if (text !== undefined) hits += 1;
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json', Connection: 'close' }).end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${folder}`,
    get hits() {
      return hits;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
