/** Small documents with what is expected of each operation and probe as data beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/model/verdict.ts';
import { PROBES } from '../../src/probes/index.generated.ts';
import { loadDocument, parseDocument } from '../../src/promised/load-document.ts';
import { describeDocument, type Expectation } from './expectation.ts';

const FOLDER = fileURLToPath(new URL('documents/', import.meta.url));
/** What a document can answer at all. */
const ANSWERED = PROBES.filter(({ cannot }) => !cannot?.promised);
const expectations = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.expected.json'));

describe('documents', () => {
  it('are all found', () => expect(expectations.length).toBeGreaterThanOrEqual(22));

  it.each(expectations)('%s', (file) => {
    const expected = JSON.parse(readFileSync(FOLDER + file, 'utf8')) as Expectation;
    const document = FOLDER + file.replace(/\.expected\.json$/, '');
    expect(existsSync(document)).toBe(true);
    const witness = loadDocument(document, { name: file.replace(/\.expected\.json$/, '') });
    expect(describeDocument(witness, ANSWERED)).toEqual(expected);
  });
});

describe('reasons', () => {
  const load = (name: string) => loadDocument(`${FOLDER}${name}`, { name });
  const judge = (name: string, operation: string, probeId: string) => {
    const witness = load(name);
    const found = witness.operations.find(({ method, path }) => `${method} ${path}` === operation);
    const probe = PROBES.find(({ id }) => id === probeId);
    if (!found || !probe) throw new Error(`no ${operation} or ${probeId}`);
    return witness.judge(found, probe);
  };
  const short = (reason: Reason): unknown => [reason.text, reason.place?.line ?? null, reason.pointer ?? null];

  it('name the security of the document with place and pointer', () => {
    const [first, second] = judge('alternatives.yaml', 'GET /inherits/', 'no-token').reasons;
    expect(first).toMatchObject({ place: { file: 'alternatives.yaml', line: 10, column: 1, endColumn: 9 }, pointer: '/security' });
    expect(first!.text).toBe('security of the document: bearer');
    expect(first!.because!.map(short)).toEqual([['bearer is http bearer', 14, '/components/securitySchemes/bearer']]);
    expect(second!.text).toBe('bearer (http bearer) is not met: no credential is sent');
  });

  it('tell explicit openness from the lack of security', () => {
    expect(judge('alternatives.yaml', 'GET /public/', 'no-token').reasons.map(short)).toEqual([
      ['operation has security: []: anyone may call it', 33, '/paths/~1public~1/get/security'],
    ]);
    const absent = judge('absent.yaml', 'GET /open/', 'no-token');
    expect(absent.reasons[0]!.text).toMatch(/^neither the operation nor the document has security/);
    expect(absent.conditions).toEqual(['the lack of security is meant']);
    expect(judge('alternatives.yaml', 'GET /public/', 'no-token').conditions).toBeUndefined();
    expect(judge('silent.yaml', 'GET /users/', 'no-token').reasons.map(short)).toEqual([
      ['the document says nothing about security', 1, null],
    ]);
  });

  it('write AND and OR as they stand', () => {
    expect(judge('alternatives.yaml', 'GET /or/', 'no-token').reasons[0]!.text).toBe('security of the operation: headerKey or bearer');
    expect(judge('alternatives.yaml', 'GET /and/', 'no-token').reasons[0]!.text).toBe('security of the operation: (bearer and headerKey)');
  });

  it('carry the scopes as a condition', () => {
    expect(judge('alternatives.yaml', 'GET /scopes/', 'valid-token').conditions).toEqual(['the token has the scopes read:users, read:all']);
  });

  it('say that HEAD follows GET unless it is documented itself', () => {
    expect(judge('alternatives.yaml', 'GET /inherits/', 'head-method').reasons.at(-1)!.text).toMatch(/^HEAD is not documented here/);
    expect(judge('alternatives.yaml', 'GET /head/', 'head-method').reasons[0]!.pointer).toBe('/paths/~1head~1/head/security');
  });

  it('say that a derived document is blind, at every verdict', () => {
    const witness = load('generated/spectacular.yaml');
    for (const operation of witness.operations) {
      for (const probe of ANSWERED) {
        const texts = witness.judge(operation, probe).reasons.map(({ text }) => text);
        if (operation.method !== 'GET' && probe.sends.method !== undefined) continue;
        expect(texts.some((text) => text.includes('derived from the same classes as the source: blind here'))).toBe(true);
      }
    }
  });

  it('lead into the file that a reference names', () => {
    const witness = load('references/openapi.yaml');
    const item = witness.operations.find(({ path }) => path === '/outside-file/{id}/')!;
    expect(item.place.file).toBe('references/parts/items.json');
    expect(item.pointer).toBe('/~1items~1{id}/get');
    expect(witness.linesOf('references/parts/items.json')![item.place.line - 1]).toContain('"get"');
    expect(witness.linesOf('/etc/passwd')).toBeNull();
  });
});

describe('what scan hands on to the other witnesses', () => {
  it('names of keys outside Authorization', () => {
    const witness = loadDocument(`${FOLDER}alternatives.yaml`);
    expect(witness.queryNames).toEqual(['api_key', 'API_KEY']);
    expect(witness.headerNames).toEqual(['x-api-key']);
  });

  it('never a value of the document that looks like a credential', () => {
    const text = JSON.stringify(describeDocument(loadDocument(`${FOLDER}parameters.yaml`), PROBES));
    expect(text).not.toContain('a-real-looking-token');
    expect(text).not.toContain('another');
  });

  it('columns in code points', () => {
    const witness = loadDocument(`${FOLDER}astral.yaml`);
    expect(witness.operations[0]!.place).toMatchObject({ line: 3, column: 17, endColumn: 20 });
  });

  it('the operation itself is all that judge needs: a copy does as well', () => {
    const witness = parseDocument('openapi: 3.0.0\nsecurity: [{}]\npaths: {/a: {get: {}}}', 'x.yaml');
    const probe = PROBES.find(({ id }) => id === 'no-token')!;
    expect(witness.judge({ ...witness.operations[0]! }, probe).verdict).toBe('admits');
    const foreign = { ...witness.operations[0]!, path: '/other' };
    expect(witness.judge(foreign, probe)).toMatchObject({ verdict: 'unknown' });
  });
});
