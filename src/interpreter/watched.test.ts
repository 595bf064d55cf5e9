import { describe, expect, it } from 'vitest';
import { str, TRUE, type Value } from './values.ts';
import { told, WatchedText } from './watched.ts';

const joined = (before: string, text: Value, after: string) =>
  told([str(before), text, str(after)], (parts) => str(parts.map((part) => (part.k === 'str' ? part.v : '')).join('')));
const startsWith = (text: Value, start: string) => told([text], ([one]) => one?.k === 'str' && one.v.startsWith(start));

function watching(text: string) {
  const watched = new WatchedText(text);
  watched.tell(true);
  return watched;
}

describe('a watched text', () => {
  it('stands for every other on which its uses give the same', () => {
    const path = watching('/api/notes/');
    expect(startsWith(path, '/api/')).toBe(true);
    path.tell(false);
    expect([path.holdsFor('/api/tags/'), path.holdsFor('/login/')]).toEqual([true, false]);
  });

  it('makes texts that become others with it', () => {
    const path = watching('/api/notes/');
    const target = joined('/login/?next=', path, '#top') as Value & { k: 'str' };
    path.tell(false);
    expect(path.holdsFor('/anything/')).toBe(true);
    path.become('/api/tags/');
    expect(target.v).toBe('/login/?next=/api/tags/#top');
  });

  it('is tied by what is asked of the texts that are made of it', () => {
    const path = watching('/api/notes/');
    expect(startsWith(joined('x', path, ''), 'x/api/')).toBe(true);
    path.tell(false);
    expect([path.holdsFor('/api/tags/'), path.holdsFor('/login/')]).toEqual([true, false]);
  });

  it('is tied to this very text by a use that nobody can repeat', () => {
    const path = watching('/api/notes/');
    expect(path.v).toBe('/api/notes/');
    path.tell(false);
    expect([path.holdsFor('/api/notes/'), path.holdsFor('/api/tags/')]).toEqual([true, false]);
  });

  it('is tied to texts that give the same made text where that one is read so', () => {
    const path = watching('/api/notes/');
    const first = told([path], ([text]) => str(text?.k === 'str' ? text.v.split('/')[1]! : '')) as Value & { k: 'str' };
    expect(first.v).toBe('api');
    path.tell(false);
    expect([path.holdsFor('/api/tags/'), path.holdsFor('/login/')]).toEqual([true, false]);
  });

  it('is not told of what happens while nobody listens', () => {
    const path = watching('/api/notes/');
    path.tell(false);
    expect(startsWith(path, '/api/')).toBe(true);
    expect(path.holdsFor('/login/')).toBe(true);
    expect(told([TRUE], () => true)).toBe(true);
  });
});
