/** With a source witness that knows the truth, matrix and rules report exactly the planted faults of the demo: with and without a server. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { demoFolder } from '../../src/demo/project.ts';
import { startDemo } from '../../src/demo/serve.ts';
import { DOORS } from '../../src/scan/doors.ts';
import { runScan } from '../../src/scan/run.ts';
import { differences, nameOfFinding, plantedFindings } from './findings.ts';
import { idealSource } from './ideal-source.ts';

const spec = join(demoFolder(), 'openapi.yaml');

async function reported(options: Partial<ScanOptions>): Promise<string[]> {
  const doors = { ...DOORS, loadSource: async () => idealSource() };
  const result = await runScan({ ...defaultOptions(demoFolder()), ...options }, () => {}, doors);
  expect(result.matrix.coverage).toMatchObject({ operations: 46, percent: 100 });
  return result.findings.map(({ rule, place, operations }) => nameOfFinding(rule.id, place, operations));
}

it('reports the planted faults by document and source', async () => {
  expect(differences(plantedFindings(), await reported({ spec }))).toEqual({ missing: [], unexpected: [] });
});

it('reports the planted faults by document, source and server', async () => {
  const server = await startDemo({ signal: new AbortController().signal });
  try {
    const tokens = [
      { scheme: null, secret: new Secret(server.token) },
      { scheme: 'apiToken', secret: new Secret(server.apiToken) },
    ];
    expect(differences(plantedFindings(), await reported({ spec, url: server.url, tokens }))).toEqual({ missing: [], unexpected: [] });
  } finally {
    await server.stop();
  }
});
