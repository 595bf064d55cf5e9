import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type * as sarif from 'sarif';
import { describe, expect, it } from 'vitest';
import { ALL_RESULTS, richResult } from '../../test/reports/fixtures.ts';
import { sarifSchema } from '../../test/reports/sarif-schema.ts';
import { report, toSarif } from './sarif.ts';
import { maskSecrets } from './text/secrets.ts';

// CommonJS whose default export TypeScript and Node name differently.
const { default: addFormats } = createRequire(import.meta.url)('ajv-formats');

const found = sarifSchema();
if ('missing' in found) console.warn(`skipped: SARIF against the official schema: ${found.missing}`);

const read = (name: string): sarif.Log => JSON.parse(report.render(ALL_RESULTS[name]!(), { color: false, width: 80, all: false }));

describe.skipIf('missing' in found)('SARIF against the official schema', () => {
  // The schema has a pattern that is no regular expression in unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile('schema' in found ? found.schema : {});

  it.each(Object.keys(ALL_RESULTS))('%s', (name) => {
    validate(read(name));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would notice a wrong log', () => {
    expect(validate({ ...read('rich'), version: '2.0.0' })).toBe(false);
  });
});

describe('SARIF', () => {
  const run = read('rich').runs[0]!;

  it('gives every result a rule, a relative physical location and a fingerprint without line numbers', () => {
    expect(run.results).toHaveLength(8);
    for (const result of run.results!) {
      const location = result.locations![0]!.physicalLocation!;
      expect(location.artifactLocation!.uri).toMatch(/^[^/:][^:]*$/);
      expect(location.region!.startLine).toBeGreaterThan(0);
      expect(run.tool.driver.rules![result.ruleIndex!]!.id).toBe(result.ruleId);
      expect(result.partialFingerprints!['unlatchedFinding/v1']).toMatch(/^[a-z-]+:[0-9a-f]{8}$/);
    }
    const broken = run.results!.find((each) => each.ruleId === 'broken-promise')!;
    expect(broken.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe('openapi.yaml');
  });

  it('carries what dashboards sort by', () => {
    const rule = run.tool.driver.rules!.find((each) => each.id === 'unverified-jwt')!;
    expect(rule.properties).toMatchObject({
      'security-severity': '9.5',
      tags: expect.arrayContaining(['security', 'external/cwe/cwe-347']),
    });
    expect(run.results!.map((each) => each.level)).toEqual(['error', 'error', 'error', 'warning', 'warning', 'note', 'error', 'error']);
  });

  it('shows the path that led to a result, causes first', () => {
    const open = run.results!.find((each) => each.ruleId === 'open-operation')!;
    const steps = open.codeFlows![0]!.threadFlows[0]!.locations.map((each) => each.location!.message!.text);
    expect(steps).toEqual([
      'permission_classes = []',
      'DEFAULT_PERMISSION_CLASSES is not consulted, the class has its own',
      'check_permissions: the list is empty, nothing is asked',
    ]);
  });

  it('marks suppressed and known results as such', () => {
    expect(run.results!.map((each) => each.suppressions!.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(run.results!.filter((each) => each.baselineState === 'unchanged')).toHaveLength(1);
  });

  it('is successful only when the coverage floor was met and nothing was cut short', () => {
    const successful = Object.fromEntries(
      Object.keys(ALL_RESULTS).map((name) => [name, read(name).runs[0]!.invocations![0]!.executionSuccessful]),
    );
    expect(successful).toEqual({ rich: true, empty: false, 'source only': true, interrupted: false, uncovered: false, hostile: false });
  });

  it('names files from where the scan was started', () => {
    const rich = richResult();
    const log = toSarif({ ...rich, witnesses: { ...rich.witnesses, predicted: { ...rich.witnesses.predicted!, root: './backend/' } } });
    const uris = log.runs[0]!.results!.map((each) => each.locations![0]!.physicalLocation!.artifactLocation!.uri);
    expect(uris).toContain('backend/patients/api.py');
    expect(uris).toContain('openapi.yaml');
  });
});

describe('secrets in source lines', () => {
  it('are hidden, column for column', () => {
    expect(maskSecrets('SECRET_KEY = "dj-insecure-é1"')).toBe(`SECRET_KEY = "${'•'.repeat(14)}"`);
    expect(maskSecrets(`{'SIGNING_KEY': 'abc', "alg": "HS256"}`)).toBe(`{'SIGNING_KEY': '•••', "alg": "HS256"}`);
    expect(maskSecrets('API_KEY="sk_live_0123456789abcdef"')).toBe(`API_KEY="${'•'.repeat(24)}"`);
    expect(maskSecrets('jwt = "eyJhbGciOiJI.eyJzdWIi.c2ln"')).not.toContain('eyJ');
  });

  it('other texts stay', () => {
    for (const line of [
      'token = request.GET.get("token")',
      'permission_classes = [A]',
      'token_url = "/api/v1/token/"',
      'header = "HTTP_X_API_KEY"',
    ]) {
      expect(maskSecrets(line)).toBe(line);
    }
  });
});
