import { describe, expect, it } from 'vitest';
import { dict, list, sameValue, str, TRUE, type Value } from './values.ts';
import { asked, FilledText, keyAmong, LaterUses, told, WatchedText } from './watched.ts';

const textOf = (value: Value | undefined) => (value?.k === 'str' ? value.v : '');

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

  it('gives pieces that are texts in their turn', () => {
    const path = watching('/api/notes/');
    const pieces = told([path, str('/')], ([text]) => list(textOf(text).split('/').map(str))) as Value & { k: 'list' };
    expect(startsWith(pieces.items[1]!, 'api')).toBe(true);
    path.tell(false);
    expect(['/api/tags/', '/login/notes/', '/api/'].map((text) => path.holdsFor(text))).toEqual([true, false, false]);
    path.become('/api/tags/');
    expect(textOf(pieces.items[2])).toBe('tags');
  });

  it('is tied by what is asked of two texts that are made of it', () => {
    const path = watching('/api/api/');
    const piece = (at: number) => told([path], ([text]) => str(textOf(text).split('/')[at] ?? ''));
    expect(told([piece(1), piece(2)], ([a, b]) => textOf(a) === textOf(b))).toBe(true);
    path.tell(false);
    expect([path.holdsFor('/notes/notes/'), path.holdsFor('/api/notes/')]).toEqual([true, false]);
  });

  it('is compared with another text without being tied to its letters', () => {
    const path = watching('/api/notes/');
    expect(sameValue(path, str('/login/'))).toBe(false);
    path.tell(false);
    expect([path.holdsFor('/api/tags/'), path.holdsFor('/login/')]).toEqual([true, false]);
  });

  it('is tied by the answer to a question, not by its letters', () => {
    const path = watching('/api/notes/');
    expect(asked(path, (letters) => (letters.length > 99 ? 'long' : null))).toBe(null);
    path.tell(false);
    expect([path.holdsFor('/login/'), path.holdsFor(`/${'x'.repeat(99)}`)]).toEqual([true, false]);
  });

  it('is looked for in a dictionary by which of its keys it is', () => {
    const path = watching('/api/notes/');
    const open = dict([
      ['/login/', TRUE],
      ['/help/', TRUE],
    ]);
    expect(open.entries.get(keyAmong(open.entries, path))).toBe(undefined);
    open.entries.clear();
    path.tell(false);
    expect([path.holdsFor('/api/tags/'), path.holdsFor('/login/')]).toEqual([true, false]);
  });

  it('stays open beside a text of another root, which is tied', () => {
    const [path, method] = [watching('/api/notes/'), watching('GET')];
    const line = told([method, str(' '), path], (parts) => str(parts.map(textOf).join(''))) as Value & { k: 'str' };
    expect(startsWith(line, 'GET /api/')).toBe(true);
    for (const text of [path, method]) text.tell(false);
    expect([path.holdsFor('/api/tags/'), path.holdsFor('/login/')]).toEqual([true, false]);
    expect([method.holdsFor('GET'), method.holdsFor('POST')]).toEqual([true, false]);
  });

  it('is put into other texts', () => {
    const path = watching('/api/notes/');
    const filled = new FilledText();
    const text = `seen:${filled.add(path)}:${filled.add(str('x'))}`;
    const made = filled.joined(text) as Value & { k: 'str' };
    expect(filled.named(text)).toBe(`seen:{${path.name}}:x`);
    path.tell(false);
    expect(path.holdsFor('/login/')).toBe(true);
    path.become('/login/');
    expect(made.v).toBe('seen:/login/:x');
  });

  it('tells a later run apart from the one that made it', () => {
    const path = watching('/api/notes/');
    const target = joined('/login/?next=', path, '');
    path.tell(false);
    const later = new LaterUses();
    path.tellLater(later);
    expect(startsWith(target, '/login/?next=/api/')).toBe(true);
    later.close();
    expect(path.holdsFor('/login/')).toBe(true);
    expect([path.holdsLater(later, '/api/tags/'), path.holdsLater(later, '/login/')]).toEqual([true, false]);
  });
});
