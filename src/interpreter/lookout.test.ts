import { describe, expect, it } from 'vitest';
import { Heap } from './heap.ts';
import { Lookout } from './lookout.ts';
import { Cells, list, NONE, nextId, TRUE } from './values.ts';

function watching() {
  const heap = new Heap();
  const lookout = new Lookout(heap);
  const map = new Map<string, number>([
    ['name', 1],
    ['other', 2],
  ]);
  lookout.watch(map, ['name']);
  return { heap, lookout, map };
}

describe('lookout', () => {
  it('notices who reads a watched place, and gives what stands there', () => {
    const { lookout, map } = watching();
    expect(map.get('name')).toBe(1);
    expect(map.has('name')).toBe(true);
    expect(lookout.looks).toBe(2);
  });

  it('takes no notice of other places of the map', () => {
    const { lookout, map } = watching();
    expect(map.get('other')).toBe(2);
    expect(lookout.looks).toBe(0);
  });

  it.each<[string, (map: Map<string, number>) => unknown, unknown]>([
    [
      'entries',
      (map) => [...map.entries()],
      [
        ['name', 1],
        ['other', 2],
      ],
    ],
    [
      'an iteration',
      (map) => [...map],
      [
        ['name', 1],
        ['other', 2],
      ],
    ],
    ['keys', (map) => [...map.keys()], ['name', 'other']],
    ['values', (map) => [...map.values()], [1, 2]],
    ['the size', (map) => map.size, 2],
  ])('notices %s, which tell of all places', (_name, read, gives) => {
    const { lookout, map } = watching();
    expect(read(map)).toEqual(gives);
    expect(lookout.looks).toBeGreaterThan(0);
  });

  it('takes no notice of what the path under way wrote itself', () => {
    const { heap, lookout, map } = watching();
    const mark = heap.watch();
    heap.setMap(map, 'name', 5);
    expect(map.get('name')).toBe(5);
    expect(lookout.looks).toBe(0);
    heap.undo(mark);
    heap.unwatch();
    expect(map.get('name')).toBe(1);
    expect(lookout.looks).toBe(1);
  });

  it('takes no notice of the book-keeping of the heap', () => {
    const { heap, lookout, map } = watching();
    const mark = heap.watch();
    heap.setMap(map, 'name', 5);
    heap.deleteMap(map, 'name');
    const delta = heap.capture(mark);
    heap.undo(mark);
    heap.apply(delta);
    heap.unwatch();
    expect(lookout.looks).toBe(0);
    expect(map.has('name')).toBe(false);
  });

  it('notices who reads a watched field of a list', () => {
    const heap = new Heap();
    const lookout = new Lookout(heap);
    const value = list([NONE]);
    lookout.watch(value, ['items']);
    expect(lookout.looks).toBe(0);
    expect(value.items).toEqual([NONE]);
    expect(lookout.looks).toBe(1);
    const mark = heap.watch();
    heap.append(value, TRUE);
    heap.undo(mark);
    heap.unwatch();
    expect(value.items).toEqual([NONE]);
  });
});

/** Older than the first lookout, as the maps of a project that was loaded are. */
const OLD = new Cells([
  ['name', 1],
  ['other', 2],
]);

describe('runs that were over before a place was watched', () => {
  it('are known to have read another place of an old map', () => {
    const lookout = new Lookout(new Heap());
    const seen = lookout.during((soFar) => {
      OLD.get('name');
      return soFar();
    });
    lookout.watch(OLD, ['other']);
    expect(lookout.mayHaveLooked(seen)).toBe(false);
    lookout.watch(OLD, ['name']);
    expect(lookout.mayHaveLooked(seen)).toBe(true);
  });

  function runs() {
    const lookout = new Lookout(new Heap());
    const cells = new Cells([['name', 1]]);
    const ran = (run: () => void) => {
      nextId();
      const seen = lookout.during((soFar) => {
        run();
        return soFar();
      });
      nextId();
      return seen;
    };
    return { lookout, cells, ran };
  }

  it.each<[string, (cells: Cells<string, number>) => void]>([
    ['get', (cells) => void cells.get('name')],
    ['has', (cells) => void cells.has('name')],
    ['size', (cells) => void cells.size],
    ['an iteration', (cells) => void [...cells]],
    ['values', (cells) => void [...cells.values()]],
    ['forEach', (cells) => cells.forEach(() => {})],
  ])('may have looked at it where they read its map by %s', (_name, read) => {
    const { lookout, cells, ran } = runs();
    const before = ran(() => {});
    const reading = ran(() => read(cells));
    const after = ran(() => {});
    lookout.watch(cells, ['name']);
    expect([before, reading, after].map((seen) => lookout.mayHaveLooked(seen))).toEqual([false, true, false]);
  });

  it('may have looked at a place that somebody else listens to', () => {
    const { lookout, cells, ran } = runs();
    lookout.watch(cells, ['other']);
    const reading = ran(() => void cells.get('name'));
    const other = ran(() => {});
    lookout.watch(cells, ['name']);
    expect([reading, other].map((seen) => lookout.mayHaveLooked(seen))).toEqual([true, false]);
  });

  it('may have looked at it where they rely on a run that did', () => {
    const { lookout, cells, ran } = runs();
    const reading = ran(() => void cells.get('name'));
    const relying = ran(() => lookout.relyOn(reading));
    lookout.watch(cells, ['name']);
    expect(lookout.mayHaveLooked(relying)).toBe(true);
    // Nor is what was relied on once forgotten when the place was watched before the run began.
    expect(lookout.mayHaveLooked(ran(() => lookout.relyOn(reading)))).toBe(true);
    expect(lookout.mayHaveLooked(ran(() => {}))).toBe(false);
  });

  it('may have looked at any field of a list', () => {
    const { lookout, ran } = runs();
    const idle = ran(() => {});
    lookout.watch(list([NONE]), ['items']);
    expect(lookout.mayHaveLooked(idle)).toBe(true);
  });
});
