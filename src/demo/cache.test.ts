import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../model/errors.ts';
import { cached, cacheFolder, hashFiles } from './cache.ts';

let home: string;
const usable = (folder: string) => existsSync(join(folder, 'done'));
const maker = (text: string, delay: number) => async (folder: string) => {
  await new Promise((resolve) => setTimeout(resolve, delay));
  writeFileSync(join(folder, 'done'), text);
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'unlatched-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', home);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe('cached', () => {
  it('makes a thing once', async () => {
    const first = await cached('thing', usable, maker('one', 0));
    const second = await cached('thing', usable, maker('two', 0));
    expect(second).toBe(first);
    expect(readFileSync(join(first, 'done'), 'utf8')).toBe('one');
  });

  it('lets the first of two at once win and leaves no half-made folder', async () => {
    const folders = await Promise.all([cached('thing', usable, maker('slow', 40)), cached('thing', usable, maker('quick', 5))]);
    expect(new Set(folders).size).toBe(1);
    expect(readFileSync(join(folders[0]!, 'done'), 'utf8')).toBe('quick');
    expect(readdirSync(cacheFolder())).toEqual(['thing']);
  });

  it('replaces a thing that is not usable', async () => {
    mkdirSync(join(cacheFolder(), 'thing', 'half'), { recursive: true });
    const folder = await cached('thing', usable, maker('new', 0));
    expect(readdirSync(folder)).toEqual(['done']);
    expect(readdirSync(cacheFolder())).toEqual(['thing']);
  });

  it('leaves nothing when making fails', async () => {
    const failing = cached('thing', usable, async () => {
      throw new Error('no network');
    });
    await expect(failing).rejects.toThrow('no network');
    expect(readdirSync(cacheFolder())).toEqual([]);
  });

  it('removes what a killed run left, but not what a running one makes', async () => {
    const old = join(cacheFolder(), 'thing.1-aa.part');
    const fresh = join(cacheFolder(), 'thing.2-bb.part');
    for (const folder of [old, fresh]) mkdirSync(folder, { recursive: true });
    utimesSync(old, 0, 0);
    await cached('thing', usable, maker('x', 0));
    expect(readdirSync(cacheFolder()).sort()).toEqual(['thing', 'thing.2-bb.part']);
  });

  it('says which folder it cannot write', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    vi.stubEnv('XDG_CACHE_HOME', file);
    const error = await cached('thing', usable, maker('x', 0)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(file);
  });
});

describe('hashFiles', () => {
  it('depends on names and contents, not on where the folder lies or the order', () => {
    const write = (folder: string, name: string, text: string) => {
      mkdirSync(join(home, folder), { recursive: true });
      writeFileSync(join(home, folder, name), text);
      return join(home, folder, name);
    };
    const a = [write('a', 'x', '1'), write('a', 'y', '2')];
    const b = [write('b', 'y', '2'), write('b', 'x', '1')];
    expect(hashFiles(join(home, 'a'), a)).toBe(hashFiles(join(home, 'b'), b));
    write('b', 'y', '3');
    expect(hashFiles(join(home, 'a'), a)).not.toBe(hashFiles(join(home, 'b'), b));
  });
});

it('ignores a relative XDG_CACHE_HOME', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: 'x' })).toMatch(/\.cache.unlatched$/);
});
