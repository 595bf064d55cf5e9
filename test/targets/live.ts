/** The live project (GraphQL, WebSockets) on uvicorn with a document of its own, and scans of it with the seeded token. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { runScan } from '../../src/scan/run.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

export type Result = Awaited<ReturnType<typeof runScan>>;

export interface Live {
  readonly server: RunningTarget;
  /** The document. */
  readonly spec: string;
  scan(more: Partial<ScanOptions>): Promise<Result>;
  stop(): Promise<void>;
}

/** One operation of the document: a token is asked for, and the answer has this status. */
export const operationOf = (status = 200) => ({ security: [{ jwt: [] }], responses: { [status]: { description: 'answer' } } });

/** @param paths `paths` of the document */
export async function serveLive(paths: Readonly<Record<string, object>>): Promise<Live> {
  const server = await serveTarget('live', 'marker-Pa55-of-the-live-one', { server: 'uvicorn' });
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-live-'));
  const spec = join(folder, 'openapi.json');
  const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Live', version: '1' }, components, paths }));
  const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
  return {
    server,
    spec,
    scan: (more) => runScan({ ...defaultOptions(server.folder), url: server.url, timeout: 30, tokens, ...more }, () => {}),
    async stop() {
      rmSync(folder, { recursive: true, force: true });
      await server.stop();
    },
  };
}

/** What a witness says to no token, a made-up one and the valid one. */
export function rowOf(matrix: Result['matrix'], id: string, witness: 'observed' | 'predicted' = 'observed'): string {
  const { cells } = matrix.rows.find((row) => row.id === id)!;
  return ['no-token', 'garbage-token', 'valid-token'].map((probe) => cells.get(probe)![witness]!.verdict).join(' ');
}
