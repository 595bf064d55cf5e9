import { expect, it } from 'vitest';
import { PROBES } from '../probes/index.generated.ts';
import { parseDocument } from './load-document.ts';
import { mergeDocuments } from './merge-documents.ts';

const noToken = PROBES.find(({ id }) => id === 'no-token')!;
const document = (base: string, paths: string, more = '') =>
  `openapi: 3.0.3\nservers: [{url: ${base}}]\nsecurity: [{token: []}]\ncomponents: {securitySchemes: {token: {type: http, scheme: bearer}}}\n${more}paths: {${paths}}\n`;

it('judges each operation by the document that has it, under the base path of that document', () => {
  const merged = mergeDocuments([
    parseDocument(document('/users/v1', '/me: {get: {}}'), 'users.yaml'),
    parseDocument(document('/shop', '"/items/{id}": {get: {security: [], parameters: [{name: id, in: path, example: 7}]}}'), 'shop.yaml'),
  ]);
  expect(merged.document).toBe('users.yaml, shop.yaml');
  expect(merged.basePaths).toEqual(['']);
  const answers = merged.operations.map((operation) => [operation.path, operation.place.file, merged.judge(operation, noToken).verdict]);
  expect(answers).toEqual([
    ['/users/v1/me', 'users.yaml', 'rejects'],
    ['/shop/items/{id}', 'shop.yaml', 'admits'],
  ]);
  expect(merged.parametersOf(merged.operations[1]!).path).toEqual({ id: '7' });
  expect(merged.linesOf('shop.yaml')?.[0]).toBe('openapi: 3.0.3');
});

it('keeps a common base path, and takes an operation from the document that was named first', () => {
  const merged = mergeDocuments([
    parseDocument(document('/api', '/a: {get: {}}'), 'one.yaml'),
    parseDocument(document('/api', '/a: {get: {security: []}}, /b: {get: {}}'), 'two.yaml'),
  ]);
  expect(merged.basePaths).toEqual(['/api']);
  expect(merged.operations.map(({ path, place }) => `${path} ${place.file}`)).toEqual(['/a one.yaml', '/b two.yaml']);
  expect(merged.problems.map(({ text, place }) => `${place?.file}:${place?.line} ${text}`)).toEqual([
    'two.yaml:5 GET /a is in one.yaml too, which was named first: left out',
  ]);
  expect(merged.judge(merged.operations[0]!, noToken).verdict).toBe('rejects');
});

it('says nothing of an operation that none of them has', () => {
  const merged = mergeDocuments([parseDocument(document('/a', '/x: {get: {}}'), 'a'), parseDocument(document('/b', '/x: {get: {}}'), 'b')]);
  expect(merged.judge({ ...merged.operations[0]!, path: '/other' }, noToken).verdict).toBe('unknown');
});
