import { describe, expect, it } from 'vitest';
import { Bound } from '../interpreter/signals.ts';
import { Allowance } from './allowance.ts';

const bound = new Bound('more steps than one run may take');

describe('an allowance', () => {
  it('is halved by each way that ends at a bound, and whole again after one that comes to its end', () => {
    const allowance = new Allowance(40_000);
    allowance.ended('/shop/', 40_000, bound);
    expect(allowance.of('/shop/{id}/')).toBe(20_000);
    for (let i = 0; i < 9; i++) allowance.ended('/shop/cart/', 4_000, bound);
    expect(allowance.of('/shop/')).toBe(4_000);
    allowance.ended('/shop/', 10, new Error('raised'));
    expect(allowance.of('/shop/')).toBe(40_000);
  });

  it('stays whole in other parts of the site', () => {
    const allowance = new Allowance(40_000);
    for (const path of ['/{shop}/cart/', '/']) allowance.ended(path, 40_000, bound);
    expect(['/api/orders/', '/api/', '/{shop}/', '/'].map((path) => allowance.of(path))).toEqual([40_000, 40_000, 20_000, 20_000]);
  });

  it('is spent by many ways that take much, and by none that takes little', () => {
    const allowance = new Allowance(40_000);
    for (let i = 0; i < 1_000; i++) allowance.ended('/api/', 4_000);
    expect(allowance.of('/api/')).toBe(40_000);
    for (let i = 0; i < 13; i++) allowance.ended('/shop/', 40_000);
    expect(allowance.of('/shop/')).toBe(36_000);
    for (let i = 0; i < 9; i++) allowance.ended('/shop/', 40_000);
    expect(allowance.of('/shop/')).toBe(4_000);
  });
});
