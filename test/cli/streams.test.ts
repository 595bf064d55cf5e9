/** Streams, exit codes and interruption as another program sees them. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { BIN, isPresentable, unlatched } from './support.ts';

const DEMO = join(import.meta.dirname, '../../demo');

const DOCUMENT = `openapi: 3.0.3
info: { title: Notes, version: "1" }
components: { securitySchemes: { jwt: { type: http, scheme: bearer } } }
security: [{ jwt: [] }]
paths:
  /api/notes/:
    get: { responses: { "200": { description: ok } } }
  /api/health/:
    get: { security: [], responses: { "200": { description: ok } } }
`;

beforeAll(() => {
  unlatched(['--version'], '.');
});

describe('results and notes', () => {
  it('are apart: JSON on stdout validates and nothing else is there', () => {
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    const { code, stdout } = unlatched(['scan', '--spec', 'openapi.yaml', '--format', 'json', '--report', 'html=r.html'], folder);
    const schema = JSON.parse(unlatched(['schema', 'scan'], folder).stdout);
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const document = JSON.parse(stdout);
    expect([validate(document), validate.errors]).toEqual([true, null]);
    expect(document.operations.map(({ id }: { id: string }) => id).sort()).toEqual(['GET /api/health/', 'GET /api/notes/']);
    // A document alone promises; it never judges.
    expect([code, document.exit_code]).toEqual([3, 3]);
    expect(readFileSync(join(folder, 'r.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(JSON.parse(readFileSync(join(folder, '.unlatched/last.json'), 'utf8')).started).toBe(document.started);
  });

  it('keep nothing with --no-cache, and exit 0 with --exit-zero', () => {
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    const { code, stderr } = unlatched(['scan', '--spec', 'openapi.yaml', '--no-cache', '--exit-zero'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(existsSync(join(folder, '.unlatched'))).toBe(false);
  });

  it('have no colour and fit 80 columns in a pipe', () => {
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    for (const args of [['scan', '--spec', 'openapi.yaml'], ['rules'], ['rules', 'open-operation'], ['--help'], ['scan', '--help']]) {
      const { stdout, stderr } = unlatched(args, folder, { NO_COLOR: '' });
      expect(stderr).toBe('');
      expect(stdout.length).toBeGreaterThan(100);
      expect(stdout).not.toContain('\u001b');
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it('survive a reader that goes away', () => {
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', `"${BIN}" schema scan | head -c 1`], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('are explained from the kept scan', () => {
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    unlatched(['scan', '--spec', 'openapi.yaml'], folder);
    const { code, stdout, stderr } = unlatched(['explain', 'get /api/notes'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/GET \/api\/notes\//);
    expect(stdout).toMatch(/no-token +.*rejects/);
    const missing = unlatched(['explain', 'GET /api/nots/'], folder);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/^unlatched: no operation GET \/api\/nots\/.*\n$/);
  });
});

describe('the server', () => {
  it('that refuses makes the scan not verified, in plain words', () => {
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    const { code, stdout, stderr } = unlatched(['scan', '--spec', 'openapi.yaml', '--url', 'http://127.0.0.1:9'], folder);
    expect(code).toBe(3);
    expect(isPresentable(`${stdout}${stderr}`)).toBe(true);
  });

  it('that never answers does not hold Ctrl-C: what is known is written, exit code 130', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as { port: number };
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    const child = spawn(
      BIN,
      ['scan', '--spec', 'openapi.yaml', '--url', `http://127.0.0.1:${port}`, '--timeout', '300', '--format', 'json'],
      {
        cwd: folder,
      },
    );
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    const [socket] = await once(server, 'connection');
    socket.on('error', () => {});
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(JSON.parse(stdout).interrupted).toBe(true);
  }, 30_000);

  it('is sent nothing by a dry run', async () => {
    let connections = 0;
    const server = createServer(() => {
      connections += 1;
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as { port: number };
    const folder = folderWith({ 'openapi.yaml': DOCUMENT });
    const child = spawn(BIN, ['scan', '--spec', 'openapi.yaml', '--url', `http://127.0.0.1:${port}`, '--dry-run'], { cwd: folder });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+\/api\/notes\/$/m);
    expect(stdout).toMatch(/\d+ requests planned, none sent\n$/);
    expect(connections).toBe(0);
  }, 30_000);
});

describe('a source that takes its time', () => {
  it('does not hold Ctrl-C: the routes are told without what was not judged yet, exit code 130', async () => {
    const child = spawn(BIN, ['routes', DEMO, '--verdicts', '--verbose', '--no-color']);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      if (String(chunk).includes('what requests leave behind')) child.kill('SIGINT');
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(stdout).toContain('interrupted: the operations that follow were not judged');
  }, 30_000);
});
