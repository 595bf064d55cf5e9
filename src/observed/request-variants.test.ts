import { expect, it } from 'vitest';
import { target } from '../../test/observed/request.ts';
import { probe as pathVariant } from '../probes/path-variant.ts';
import type { Gate } from './operation-log.ts';
import type { Origin } from './origin.ts';
import { variantsOf } from './request-variants.ts';

const paths = (template: string, path: string, prefix = '', gate: Gate | null = null): string[] =>
  variantsOf(pathVariant, { prefix } as Origin, target(`GET ${template}`), gate).map((variant) => variant.change(path).path);

it('the names of objects and the prefix of the server stay as they are', () => {
  expect(paths('/orders/{id}/items/', '/shop/orders/a7/items/', '/shop')).toEqual([
    '/shop/orders/a7/items.json',
    '/shop/orders/a7/items',
    '/shop/Orders/a7/items/',
    '/shop/%6frders/a7/items/',
    '/shop//orders/a7/items/',
  ]);
  expect(paths('/Files/x-{name}', '/Files/x-a')).toEqual(['/Files/x-a.json', '/Files/x-a/', '/files/x-a', '/%46iles/x-a', '//Files/x-a']);
});

it('what cannot be spelt otherwise is left out', () => {
  expect(paths('/{any}/', '/7/')).toEqual(['/7.json', '/7', '//7/']);
  expect(paths('/1/', '/1/')).toEqual(['/1.json', '/1', '//1/']);
  expect(paths('/', '/')).toEqual(['.json', '//']);
});

it('a gate in front of a folder is not asked about the end of a path', () => {
  expect(paths('/orders/', '/orders/', '', 'front')).toEqual(['/Orders/', '/%6frders/', '//orders/']);
});
