import { join, relative } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderWith } from '../../test/support/folder.ts';
import { UsageError } from '../model/errors.ts';
import { loadConfig } from './find-config.ts';
import { OPTIONS } from './option-table.ts';
import { resolveOptions } from './resolve.ts';
import { configJsonSchema } from './schema.ts';
import { readToml } from './toml.ts';

const FULL = `
settings = "config.settings.production"
exclude = ["legacy/**"]
env = { DISABLE_AUTH = "0", DEBUG = false }
params = { id = 7 }
sensitive = ["GET /api/patients/**"]
proxy-throttle = ["POST /api/token/"]
inline-ignore = false
min-coverage = 90
skip = "missing-throttle"
fail-on = "medium"
[[public]]
operation = "POST /api/login/"
reason = "issues tokens"
[[ignore]]
rule = "missing-throttle"
file = "legacy/**"
reason = "goes away"
until = 2027-03-31
[[ignore]]
finding = "open-operation:3f9c2a71"
`;

/** The options that a file gives, with what the command line adds. */
function optionsOf(files: Record<string, string>, given: Record<string, unknown> = {}, inner = '.') {
  const path = join(folderWith(files), inner);
  return resolveOptions(path, given, loadConfig(path, null));
}

/** The refusal with the folder left out. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) return `${error.code} ${error.message.replace(/[^\s]*unlatched-test-\w+\//, '')}`;
    throw error;
  }
  return 'accepted';
}

const wrong = (text: string) => refusal(() => optionsOf({ 'unlatched.toml': text }));

describe('the configuration file', () => {
  it('gives every key of the contract', () => {
    const { scan } = optionsOf({ 'unlatched.toml': FULL });
    expect(scan).toMatchObject({
      settings: 'config.settings.production',
      exclude: ['legacy/**'],
      env: { DISABLE_AUTH: '0', DEBUG: 'false' },
      params: { id: '7' },
      sensitive: ['GET /api/patients/**'],
      proxyThrottle: ['POST /api/token/'],
      inlineIgnore: false,
      minCoverage: 90,
      skip: ['missing-throttle'],
      failOn: 'medium',
      public: [{ operation: 'POST /api/login/', reason: 'issues tokens', place: { line: 12 } }],
      ignore: [
        { rule: 'missing-throttle', file: 'legacy/**', until: '2027-03-31', reason: 'goes away', place: { line: 15 } },
        { finding: 'open-operation:3f9c2a71', reason: '', place: { line: 20 } },
      ],
    });
  });

  it('is found upwards; unlatched.toml comes before pyproject.toml, and one without our table is passed over', () => {
    const table = '[project]\nname = "x"\n[tool.unlatched]\nmin-coverage = 70\n';
    expect(optionsOf({ 'pyproject.toml': table, 'a/b/x': '' }, {}, 'a/b').scan.minCoverage).toBe(70);
    expect(optionsOf({ 'pyproject.toml': table, 'unlatched.toml': 'min-coverage = 60\n' }).scan.minCoverage).toBe(60);
    expect(optionsOf({ 'unlatched.toml': 'min-coverage = 60\n', 'a/pyproject.toml': '[tool.other]\n' }, {}, 'a').scan.minCoverage).toBe(60);
    expect(optionsOf({ 'pyproject.toml': 'broken = = but not ours\n' }).scan.minCoverage).toBe(80);
    expect(optionsOf({ 'pyproject.toml': '[tool.unlatched]\n[tool.unlatched.env]\nA = "1"\n' }).scan.env).toEqual({ A: '1' });
  });

  it('is overruled by the command line; tables are merged', () => {
    const given = { 'min-coverage': '95', skip: ['a', 'b'], env: ['DEBUG=1', 'X=a=b'], param: ['id=9'] };
    const { scan } = optionsOf({ 'unlatched.toml': FULL }, given);
    expect(scan.minCoverage).toBe(95);
    expect(scan.skip).toEqual(['a', 'b']);
    expect(scan.env).toEqual({ DISABLE_AUTH: '0', DEBUG: '1', X: 'a=b' });
    expect(scan.params).toEqual({ id: '9' });
  });

  it('has paths that start at its own folder', () => {
    const folder = folderWith({
      'unlatched.toml': 'venv = ".venv"\nspec = "docs/openapi.yaml"\ntoken = "JWT=file:t.txt"\n',
      't.txt': 'abc\n',
      'a/x': '',
    });
    const { scan } = resolveOptions(join(folder, 'a'), {}, loadConfig(join(folder, 'a'), null));
    expect(scan.venv).toBe(relative(process.cwd(), join(folder, '.venv')));
    expect(scan.spec).toBe(relative(process.cwd(), join(folder, 'docs/openapi.yaml')));
    expect(scan.tokens.map(({ scheme, secret }) => [scheme, secret.reveal()])).toEqual([['JWT', 'abc']]);
    expect(optionsOf({ 'unlatched.toml': 'spec = "https://x.test/openapi.json"' }).scan.spec).toBe('https://x.test/openapi.json');
  });

  it('is refused with line and nearest key where a key is unknown', () => {
    expect(wrong('\nsetings = "x"\n')).toBe('config-unknown-key unlatched.toml:2: unknown key "setings"; did you mean "settings"?');
    expect(wrong('[[ignore]]\nrule = "x"\nreson = "y"\n')).toBe(
      'config-unknown-key unlatched.toml:3: unknown key "reson" in ignore; did you mean "reason"?',
    );
    expect(wrong('[zzzzzz]\n')).toMatch(/^config-unknown-key unlatched.toml:1: unknown key "zzzzzz"; `unlatched schema config`/);
    expect(wrong('config = "x.toml"\n')).toMatch(/^config-unknown-key/);
    expect(refusal(() => optionsOf({ 'pyproject.toml': '[tool.unlatched]\n\nmin_coverage = 1\n' }))).toBe(
      'config-unknown-key pyproject.toml:3: unknown key "min_coverage"; did you mean "min-coverage"?',
    );
  });

  it.each([
    ['min-coverage = "x"\n', 1, 'min-coverage'],
    ['min-coverage = 101\n', 1, 'min-coverage'],
    ['\nfail-on = "hihg"\n', 2, 'fail-on'],
    ['sensitive = [\n  "GET /a/",\n  "nonsense",\n]\n', 3, 'sensitive.1'],
    ['token = "abcdef"\n', 1, 'token'],
    ['signing-key = "abcdef"\n', 1, 'signing-key'],
    ['[[public]]\nreason = "x"\n', 1, 'public.0.operation'],
    ['[[ignore]]\nrule = "a"\nuntil = "soon"\n', 3, 'ignore.0.until'],
    ['[[ignore]]\nreason = "a"\n', 1, 'ignore.0'],
    ['env = 3\n', 1, 'env'],
    ['only = 3\n', 1, 'only'],
  ])('is refused with file, line and key: %j', (text, line, key) => {
    const message = wrong(text);
    expect(message).toMatch(new RegExp(`^config-wrong-value unlatched\\.toml:${line}: ${key.replaceAll('.', '\\.')}.+`));
    expect(message).not.toContain('\n');
    expect(message).not.toContain('abcdef');
  });

  it('is refused with its place when it is not TOML', () => {
    expect(wrong('a = 1\nb = = 2\n')).toMatch(/^config-syntax unlatched\.toml:2:\d+: not valid TOML: .+/);
    expect(wrong('a = 1\na = 2\n')).toMatch(/^config-syntax unlatched\.toml:2:\d+: not valid TOML/);
  });

  it('cannot reach the prototype of objects', () => {
    expect(wrong('[__proto__]\npolluted = 1\n')).toMatch(/^config-unknown-key/);
    expect(wrong('__proto__.polluted = 1\n')).toMatch(/^config-unknown-key/);
    optionsOf({ 'unlatched.toml': 'env = { __proto__ = { polluted = "1" } }\n' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is refused when it was named and is missing, or is huge', () => {
    expect(refusal(() => loadConfig('.', 'nowhere.toml'))).toBe('config-missing --config nowhere.toml: no such file');
    expect(wrong(`a = "${'x'.repeat(1_100_000)}"`)).toMatch(/^config-too-large/);
  });
});

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(configJsonSchema());

  it('accepts the file that gives every key', () => {
    validate(readToml(FULL, 'x').value);
    expect(validate.errors).toBeNull();
  });

  it.each(['setings = "x"', 'min-coverage = 101', 'token = "literal"', '[[ignore]]\nreson = "x"'])('refuses %j', (text) => {
    expect(validate(readToml(text, 'x').value)).toBe(false);
  });

  it('has every option but --config', () => {
    const { properties } = configJsonSchema() as { properties: Record<string, unknown> };
    expect(OPTIONS.map(({ name }) => name).filter((name) => !(name in properties))).toEqual([]);
    expect('config' in properties).toBe(false);
  });
});

describe('options of the command line', () => {
  it.each([
    [{ rate: '0' }, '--rate'],
    [{ 'max-requests': '1.5' }, '--max-requests'],
    [{ timeout: 'soon' }, '--timeout'],
    [{ format: 'sarf' }, 'did you mean sarif?'],
    [{ settings: 'config/settings.py' }, '--settings'],
    [{ url: 'nope' }, '--url'],
    [{ url: 'ftp://x' }, '--url'],
    [{ url: 'http://u:hunter2@x' }, '--url'],
    [{ header: ['X'] }, '--header'],
    [{ header: ['X: a\r\nY: b'] }, '--header'],
    [{ report: ['sarif'] }, '--report'],
    [{ env: ['X'] }, '--env'],
    [{ token: ['hunter2'] }, '--token'],
    [{ token: ['env:UNLATCHED_TEST_UNSET'] }, 'UNLATCHED_TEST_UNSET'],
    [{ 'dry-run': true }, '--url'],
    [{ 'second-token': 'hunter2' }, '--second-token'],
    [{ 'env-file': 'nowhere' }, '--env-file'],
  ])('are refused in one line that names them: %j', (given, part) => {
    const message = refusal(() => resolveOptions('.', given, null));
    expect(message).toContain(part);
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('\n');
  });

  it('read secrets from environment and file, and never print them', () => {
    process.env.UNLATCHED_TEST_TOKEN = 'hunter2';
    onTestFinished(() => {
      delete process.env.UNLATCHED_TEST_TOKEN;
    });
    const { scan } = resolveOptions('.', { token: ['Basic=env:UNLATCHED_TEST_TOKEN'], header: ['X-Tenant: a b'] }, null);
    expect(scan.tokens[0]?.scheme).toBe('Basic');
    expect(scan.tokens[0]?.secret.reveal()).toBe('hunter2');
    expect(scan.headers).toEqual([['X-Tenant', 'a b']]);
    expect(`${JSON.stringify(scan.tokens)} ${String(scan.tokens[0]?.secret)}`).not.toContain('hunter2');
  });

  it('read an environment file as shells do', () => {
    const file = join(folderWith({ '.env': '# x\nexport A=1\nB="two words" # note\nC=\'$A\'\nD=\nnot a line\nE=x # note\n' }), '.env');
    const { scan } = resolveOptions('.', { 'env-file': file, env: ['A=9'] }, null);
    expect(scan.env).toEqual({ A: '9', B: 'two words', C: '$A', D: '', E: 'x' });
  });
});
