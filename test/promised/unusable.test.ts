/** Input of which nothing can be used: one line with file and line, exit code 2; and input that looks worse than it is. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import { loadDocument, parseDocument } from '../../src/promised/load-document.ts';

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.message).not.toContain('\n');
    return `${error.code} | ${error.message}`;
  }
  return 'accepted';
}

const TEXTS: readonly (readonly [string, string, string])[] = [
  ['empty', '', 'document-empty | x:1: the OpenAPI document is empty'],
  ['white space', ' \n\n', 'document-empty | x:1: the OpenAPI document is empty'],
  ['only comments', '# nothing\n', 'document-empty | x:1: the OpenAPI document is empty'],
  ['null', 'null', 'document-empty | x:1: the OpenAPI document is empty'],
  ['prose', 'Hello world', 'document-not-openapi | x:1: this is no OpenAPI document: it is a text where a map is expected'],
  ['a list', '\n- openapi: 3.0.0\n', 'document-not-openapi | x:2: this is no OpenAPI document: it is a list where a map is expected'],
  [
    'another map',
    'name: x\nversion: 1\n',
    'document-not-openapi | x:1: this is no OpenAPI document: it has neither "openapi" nor "swagger" nor "paths"',
  ],
  [
    'HTML',
    '<!doctype html>\n<p>Login</p>',
    'document-not-openapi | x:1: this is no OpenAPI document: it is a text where a map is expected',
  ],
  ['binary', '\0\0PNG', 'document-not-text | x:1: the OpenAPI document is not a text file (NUL bytes)'],
  [
    'paths is a list',
    'openapi: 3.0.0\npaths: []',
    'document-no-operations | x:2: paths is a list where a map is expected: no operation can be read; no operation of the OpenAPI document can be read',
  ],
  [
    'every path is wrong',
    'openapi: 3.0.0\npaths:\n  /a: 1',
    'document-no-operations | x:3: path "/a" is a number where a map is expected: left out; no operation of the OpenAPI document can be read',
  ],
  [
    'cut JSON',
    '{"openapi": "3.0.0",\n "paths": {"/a',
    'document-no-operations | x:2: a string that is not closed; no operation of the OpenAPI document can be read',
  ],
];

describe('refused texts', () => {
  it.each(TEXTS)('%s', (_name, text, expected) => expect(refusal(() => parseDocument(text, 'x'))).toBe(expected));

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['maps in one line', '{"a":'.repeat(50_000)],
    ['YAML dashes', '- '.repeat(20_000)],
    ['YAML question marks', '? '.repeat(20_000)],
    ['indentation', Array.from({ length: 1500 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('deep nesting by %s', (_name, text) =>
    expect(refusal(() => parseDocument(text, 'x'))).toMatch(/^document-(broken|not-openapi) \| x:\d+: /),
  );

  it('names that would break the line are shown without control characters', () => {
    const text = JSON.stringify({ openapi: '3.0.0', paths: { '/a\u001b[31m\nline\u202e': 1 } });
    expect(refusal(() => parseDocument(text, 'x'))).toContain('path "/a?[31m?line?" is a number');
  });
});

describe('texts that are usable in part', () => {
  it('a deep part is left out and the rest is judged', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const witness = parseDocument(`{"openapi": "3.0.0", "x-deep": ${deep}, "security": [{}], "paths": {"/a": {"get": {}}}}`, 'x.json');
    expect(witness.problems.map(({ text }) => text)).toEqual(['nested deeper than 200 levels: this part is left out']);
    expect(witness.operations.length).toBe(1);
  });

  it('NUL bytes further on are a problem with a line', () => {
    const witness = parseDocument(`openapi: 3.0.0\n# ${'-'.repeat(80)}\n# \0\nsecurity: [{}]\npaths: {/a: {get: {}}}`, 'x');
    expect(witness.problems).toMatchObject([{ severity: 'error', place: { line: 3, column: 3 } }]);
    expect(witness.operations.length).toBe(1);
  });

  it('a thousand equal mistakes are not a thousand lines', () => {
    const paths = Array.from({ length: 1000 }, (_, index) => `  /p${index}:\n    get: {security: [{nope: []}]}\n    post: 1\n`).join('');
    const witness = parseDocument(`openapi: 3.0.0\npaths:\n${paths}`, 'x');
    expect(witness.operations.length).toBe(1000);
    expect(witness.problems.length).toBe(202);
    expect(witness.problems.at(-1)!.text).toBe('800 more problems of the document are not listed');
    expect(witness.problems.at(-2)!.text).toMatch(/"nope", which is defined nowhere.*\(and 999 more like it\)$/);
  });

  it('every syntax error counts, also those that are not listed', () => {
    const wrong = Array.from({ length: 60 }, (_, index) => `  /p${index}:\n    get: {security: [}\n`).join('');
    const witness = parseDocument(`openapi: 3.0.0\npaths:\n  /good:\n    get: {security: []}\n${wrong}`, 'x');
    expect(witness.problems.length).toBeLessThanOrEqual(20);
    expect(witness.operations.length).toBe(61);
    expect(witness.operations.filter((operation) => witness.promiseOf(operation).kind === 'unreadable').length).toBe(60);
  });

  it.each([
    [
      'server variables',
      JSON.stringify({
        openapi: '3.0.0',
        security: [{}],
        servers: [{ url: '{a}'.repeat(600), variables: { a: { enum: Array.from({ length: 5000 }, (_, at) => `${at}`) } } }],
        paths: { '/a': { get: {} } },
      }),
    ],
    [
      'unknown scheme names',
      JSON.stringify({
        openapi: '3.0.0',
        components: {
          securitySchemes: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`scheme${at}`, { type: 'http', scheme: 'bearer' }])),
        },
        paths: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`/a${at}`, { get: { security: [{ [`shceme${at}`]: [] }] } }])),
      }),
    ],
    [
      'shared lists',
      `openapi: 3.0.0\nx: &s [${'{b: [], c: []},'.repeat(40)}{d: []}]\ny: &p [${'{in: query, name: a},'.repeat(250)}]\npaths:\n${Array.from({ length: 3000 }, (_, at) => ` /a${at}: {get: {security: *s, parameters: *p}}`).join('\n')}`,
    ],
    ['equal keys', `{"openapi": "3.0.0", "security": [{}], "paths": {"/a": {"get": {}}}, "x": {${'"k":1,'.repeat(500_000)}"k":1}}`],
    ['YAML errors', `openapi: 3.0.0\nsecurity: [{}]\npaths: {/a: {get: {}}}\nx: [${','.repeat(100_000)}]\n`],
  ])('%s that multiply stay bounded', (_name, text) => {
    const cpu = process.cpuUsage();
    const witness = parseDocument(text, 'x');
    expect(witness.operations.length).toBeGreaterThan(0);
    expect(witness.problems.length).toBeLessThanOrEqual(450);
    expect(process.cpuUsage(cpu).user / 1000).toBeLessThan(6000);
  });

  it('no version is a problem, not the end', () => {
    const witness = parseDocument('paths: {/a: {get: {security: []}}}', 'x');
    expect(witness.version).toBe('3.0.0');
    expect(witness.problems).toHaveLength(1);
  });

  it('an empty but valid document is no error', () => {
    expect(parseDocument('openapi: 3.1.0\npaths: {}', 'x').operations).toEqual([]);
    expect(parseDocument('openapi: 3.1.0\nwebhooks: {}', 'x').problems).toMatchObject([
      { severity: 'warning', text: 'the document has no paths' },
    ]);
  });

  it('a text from elsewhere opens no file', () => {
    const witness = parseDocument('openapi: 3.0.0\npaths: {/a: {$ref: /etc/passwd}, /b: {get: {}}}', 'x');
    expect(witness.problems[0]!.text).toBe('path "/a": $ref "/etc/passwd" leads to another file, and the document was not read from one');
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-promised-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string | Buffer): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('missing, folder, too large', () => {
    expect(refusal(() => loadDocument(join(folder, 'none.yaml'), { name: 'none.yaml' }))).toBe(
      'document-unreadable | none.yaml: the OpenAPI document does not exist',
    );
    expect(refusal(() => loadDocument(folder, { name: '.' }))).toBe(
      'document-unreadable | .: the OpenAPI document is a folder, not a file',
    );
    const large = write('large.yaml', 'openapi: 3.0.0\n');
    truncateSync(large, 50 * 1024 * 1024);
    const start = performance.now();
    expect(refusal(() => loadDocument(large, { name: 'large.yaml' }))).toBe(
      'document-unreadable | large.yaml: the OpenAPI document is too large (50 MB, the limit is 20 MB)',
    );
    expect(performance.now() - start).toBeLessThan(1000);
    expect(refusal(() => loadDocument('/dev/zero', { name: 'zero' }))).toBe(
      'document-unreadable | zero: the OpenAPI document is not a regular file',
    );
  });

  it('a symbolic link out of the folder is not followed, one inside is', () => {
    mkdirSync(join(folder, 'api'));
    write('secret.yaml', 'get: {security: []}');
    writeFileSync(join(folder, 'api', 'inner.yaml'), 'get: {security: []}');
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'api', 'out.yaml'));
    symlinkSync(folder, join(folder, 'api', 'up'));
    symlinkSync('inner.yaml', join(folder, 'api', 'in.yaml'));
    symlinkSync('self.yaml', join(folder, 'api', 'self.yaml'));
    const main = join(folder, 'api', 'openapi.yaml');
    const paths = ['out.yaml', 'up/secret.yaml', 'in.yaml', 'self.yaml', '%2e%2e/secret.yaml'].map(
      (file, index) => `  /p${index}: {$ref: '${file}'}\n`,
    );
    writeFileSync(main, `openapi: 3.0.0\npaths:\n${paths.join('')}`);
    const witness = loadDocument(main, { name: 'openapi.yaml' });
    expect(witness.operations.map(({ path, place }) => [path, place.file])).toEqual([['/p2', 'inner.yaml']]);
    const out = 'leads out of the folder of the document, which is never followed';
    expect(witness.problems.map(({ text }) => text)).toEqual([
      `path "/p0": $ref "out.yaml" ${out}`,
      `path "/p1": $ref "up/secret.yaml" ${out}`,
      'path "/p3": $ref "self.yaml" leads to a file that does not exist',
      `path "/p4": $ref "%2e%2e/secret.yaml" ${out}`,
    ]);
  });

  it('a referenced file that is no text or no YAML costs only what depends on it', () => {
    write('image.yaml', Buffer.from([0, 1, 2, 3]));
    write('wrong.yaml', 'get: {security: []\nx');
    const main = write(
      'main.yaml',
      'openapi: 3.0.0\npaths:\n  /a: {$ref: image.yaml}\n  /b: {get: {security: []}}\n  /c: {$ref: wrong.yaml}\n',
    );
    const witness = loadDocument(main, { name: 'main.yaml' });
    expect(witness.problems[0]!.text).toBe('path "/a": $ref "image.yaml" leads to a file that is not text');
    expect(witness.operations.find(({ path }) => path === '/b')).toBeDefined();
    const broken = witness.operations.find(({ path }) => path === '/c');
    if (broken) expect(witness.promiseOf(broken).kind).toBe('unreadable');
  });

  it('UTF-16 and a byte order mark', () => {
    const text = '\ufeffopenapi: 3.0.0\npaths: {/a: {get: {security: []}}}';
    for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le').swap16()]) {
      const witness = loadDocument(write('encoded.yaml', bytes));
      expect(witness.operations[0]!.place).toMatchObject({ line: 2, column: 14 });
      expect(witness.problems).toEqual([]);
    }
  });
});
