/** The fixes of the demo, found in memory, written to a copy, and scanned again from the disk. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import type { Finding } from '../../src/model/finding.ts';
import { applyFiles } from '../../src/scan/fix/apply.ts';
import { unifiedDiff } from '../../src/scan/fix/diff.ts';
import { runFix } from '../../src/scan/fix/run.ts';
import { runScan } from '../../src/scan/run.ts';
import { folderWith } from '../support/folder.ts';

const DEMO = fileURLToPath(new URL('../../demo/', import.meta.url));

const isWeakness = ({ severity }: Finding): boolean => severity !== 'info';

it('close eleven of the demo’s faults together, and nothing else changes', { timeout: 900_000 }, async () => {
  const folder = folderWith({});
  cpSync(DEMO, folder, { recursive: true });
  const options = { ...defaultOptions(folder), spec: `${folder}/openapi.yaml` };
  const result = await runFix(options, { choose: (findings) => findings.filter(isWeakness), changesBehaviour: true }, () => {});
  expect(result.fixes.map(({ finding, summary, closes }) => `${finding.rule.id}: ${summary}: ${closes.join(', ')}`).sort()).toEqual([
    'method-hole: demand a user for the other methods too: no-token',
    'method-hole: guard day_sheet like the other actions: no-token',
    'no-default-permission: set DEFAULT_PERMISSION_CLASSES to IsAuthenticated: no-token',
    'open-operation: demand a user on ReferralListView: no-token',
    // Its base class serves an operation that is open on purpose.
    'open-operation: demand a user on RosterView: no-token',
    'open-operation: demand a user on contact_list, and read the token as elsewhere: no-token, garbage-token',
    'token-in-query: read the token from the header only: token-in-query',
    'token-not-validated: ask whether the token made somebody known, not whether there is one, and read the token as elsewhere: garbage-token',
    'token-not-validated: refuse a token that belongs to nobody: garbage-token',
    'token-not-validated: refuse a token that belongs to nobody: garbage-token',
    'unverified-jwt: verify the signature of the token: tampered-token',
  ]);
  // A user that was never looked up, and a view with no gate at all, need a person.
  expect(result.unfixed.map(({ finding }) => finding.operations.join())).toEqual(
    expect.arrayContaining(['GET /api/devices/readings/', 'GET /api/lab/results/', 'GET /api/health/']),
  );
  expect(unifiedDiff(result.files, 'demo')).toContain('--- a/demo/schedule/views.py\n+++ b/demo/schedule/views.py\n@@ -');

  applyFiles(result.root, result.files, true);
  const after = await runScan(options, () => {});
  const left = after.findings.filter(isWeakness).flatMap(({ operations }) => operations);
  expect([...left].sort()).toEqual(['GET /api/devices/readings/', 'GET /api/health/', 'GET /api/lab/results/']);
  for (const { finding } of result.fixes) {
    for (const id of finding.operations) {
      const row = after.matrix.rows.find((each) => each.id === id)!;
      expect(row.cells.get('valid-token')?.predicted?.verdict, id).toBe('admits');
    }
  }
  expect(after.matrix.coverage.judged).toBe(after.matrix.coverage.operations);
});
