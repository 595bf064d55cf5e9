import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../test/support/folder.ts';
import { UsageError } from '../model/errors.ts';
import { keepScan, readLastScan } from './last-scan.ts';

describe('the kept scan', () => {
  it('lies beside the project, for its owner only, in a folder that git ignores', () => {
    const project = folderWith({ 'manage.py': '' });
    keepScan(project, '{"a": 1}\n');
    keepScan(join(project, 'manage.py'), '{"a": 2}\n');
    const folder = join(project, '.unlatched');
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'last.json']);
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
    expect(readFileSync(join(folder, 'last.json'), 'utf8')).toBe('{"a": 2}\n');
    expect(statSync(join(folder, 'last.json')).mode & 0o777).toBe(0o600);
  });

  it('is written through no link of a scanned project', () => {
    const outside = folderWith({ 'victim.json': 'mine' });
    const project = folderWith({});
    keepScan(project, '{}');
    const last = join(project, '.unlatched/last.json');
    writeFileSync(join(project, 'x'), '');
    // In place of the file: replaced, not followed.
    const linked = folderWith({ '.unlatched/x': '' });
    symlinkSync(join(outside, 'victim.json'), join(linked, '.unlatched/last.json'));
    keepScan(linked, 'new');
    expect(readFileSync(join(outside, 'victim.json'), 'utf8')).toBe('mine');
    expect(lstatSync(join(linked, '.unlatched/last.json')).isSymbolicLink()).toBe(false);
    // In place of the folder: refused.
    const led = folderWith({});
    symlinkSync(outside, join(led, '.unlatched'));
    expect(() => keepScan(led, 'new')).toThrow('not a folder');
    expect(readdirSync(outside)).toEqual(['victim.json']);
    expect(existsSync(last)).toBe(true);
  });

  it('is null when there is none, and a UsageError when it is broken', () => {
    const project = folderWith({});
    expect(readLastScan(project)).toBeNull();
    for (const text of ['{', '{}', '[]', '{"schema_version": "2.0"}']) {
      keepScan(project, text);
      expect(() => readLastScan(project)).toThrow(UsageError);
      expect(() => readLastScan(project)).toThrow(/^the last scan is not .*; run `unlatched scan` again$/);
    }
  });
});
