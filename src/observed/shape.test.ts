import { describe, expect, it } from 'vitest';
import { decodeAnswer } from './answer.ts';
import { compareShapes, describeBody, type Shape, shapeOf } from './shape.ts';

const decode = (text: string, truncated = false) =>
  decodeAnswer('x1', 'GET', '/', { status: 200, headers: [['Content-Type', 'application/json']], body: Buffer.from(text), truncated });
const shape = (value: unknown): Shape => shapeOf(decode(JSON.stringify(value)));

describe('structural comparison', () => {
  it('does not look at lengths and values', () => {
    expect(compareShapes(shape([{ id: 1, at: 'now' }]), shape([{ id: 2, at: 'then' }]))).toMatchObject({
      sameShape: true,
      same: false,
      leftRicher: false,
    });
  });
  it('sees keys, longer lists and types', () => {
    expect(compareShapes(shape({ a: 1, b: 2 }), shape({ a: 1 }))).toMatchObject({
      sameShape: false,
      leftRicher: true,
      rightRicher: false,
      disjoint: false,
    });
    expect(compareShapes(shape([{ a: 1 }, { a: 2 }]), shape([{ a: 1 }]))).toMatchObject({ sameShape: true, leftRicher: true });
    expect(compareShapes(shape({ a: 1 }), shape({ a: 'x' })).sameShape).toBe(false);
    expect(compareShapes(shape({ a: 1 }), shape({ a: null })).sameShape).toBe(true);
    expect(compareShapes(shape([]), shape({})).sameShape).toBe(false);
  });
  it('takes an empty list for the same structure, and an error for none of it', () => {
    expect(compareShapes(shape([]), shape([{ id: 1 }]))).toMatchObject({ sameShape: true, disjoint: false, rightRicher: true });
    expect(compareShapes(shape({ results: [] }), shape({ results: [{ id: 1 }] }))).toMatchObject({ sameShape: true, disjoint: false });
    expect(compareShapes(shape({ detail: 'x' }), shape([{ id: 1 }]))).toMatchObject({ sameShape: false, disjoint: true });
    expect(compareShapes(shape({ detail: 'x' }), shape({ items: [] })).disjoint).toBe(true);
  });
  it('reads what is there of a JSON text that was cut', () => {
    const cut = decode('{"results": [{"id": 1, "n": "a,}"}, {"id": 2, "n": "b"}, {"id": 3, "n": "unfin', true);
    expect(cut.kind).toBe('json');
    expect(describeBody(cut)).toBe('at least 3 records');
    expect(compareShapes(shapeOf(cut), shape({ results: [{ id: 9, n: 'z' }] })).sameShape).toBe(true);
  });
  it('describes bodies', () => {
    expect(describeBody(decode('[]'))).toBe('0 records');
    expect(describeBody(decode('{"count": 1, "results": [1]}'))).toBe('1 record');
    expect(describeBody(decode('{"a": 1}'))).toBe('an object with 1 field');
    expect(describeBody(decode(''))).toBe('no body');
  });
});
