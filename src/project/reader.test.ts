import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../../test/support/folder.ts';
import { LIMITS, Reader } from './reader.ts';

describe('Reader', () => {
  it('reads text and lists folders by name', () => {
    const root = folderWith({ 'b/x.py': 'x = 1\n', 'a.py': '', 'c/d/e.py': '' });
    const reader = new Reader(root);
    expect(reader.read('b/x.py')).toBe('x = 1\n');
    expect(reader.read('a.py')).toBe('');
    expect(reader.list('.')).toEqual([
      { name: 'a.py', kind: 'file' },
      { name: 'b', kind: 'folder' },
      { name: 'c', kind: 'folder' },
    ]);
    expect(reader.read('b')).toBeNull();
    expect(reader.exists('c/d')).toBe(true);
    expect(reader.exists('c/none.py')).toBe(false);
    expect(reader.problems).toEqual([]);
  });

  it('reads nothing outside of its roots, by dots, absolute path or link', () => {
    const outside = folderWith({ 'secret.py': 'KEY = 1\n', 'd/x.py': '' });
    const root = folderWith({ 'a.py': '' });
    symlinkSync(join(outside, 'secret.py'), join(root, 'link.py'));
    symlinkSync(join(outside, 'd'), join(root, 'folder'));
    symlinkSync('a.py', join(root, 'own.py'));
    symlinkSync('loop', join(root, 'loop'));
    const reader = new Reader(root);
    expect(reader.read(join(outside, 'secret.py'))).toBeNull();
    expect(reader.read('../../etc/passwd')).toBeNull();
    expect(reader.read('link.py')).toBeNull();
    expect(reader.read('folder/x.py')).toBeNull();
    expect(reader.list('folder')).toEqual([]);
    expect(reader.isFile('own.py')).toBe(true);
    expect(reader.exists('loop')).toBe(false);
    expect(reader.problems.map(({ text }) => text)).toEqual([
      'folder is a symbolic link out of the project; it is not followed',
      'link.py is a symbolic link out of the project; it is not followed',
    ]);
    reader.allow(outside);
    expect(reader.read(join(outside, 'secret.py'))).toBe('KEY = 1\n');
  });

  it('refuses a file that is too large without reading it, and stops at the total', () => {
    const root = folderWith({ 'a.py': 'x'.repeat(80), 'b.py': 'y'.repeat(80), 'huge.py': '' });
    truncateSync(join(root, 'huge.py'), 50_000_000);
    const reader = new Reader(root, { ...LIMITS, totalBytes: 100 });
    expect(reader.read('huge.py')).toBeNull();
    expect(reader.read('a.py')).toHaveLength(80);
    expect(reader.read('b.py')).toBeNull();
    expect(reader.problems[0]).toEqual({
      severity: 'error',
      text: 'huge.py is 50 MB large (limit 5.0 MB); it is not read',
      place: { file: 'huge.py', line: 1 },
    });
    expect(reader.problems[1]?.text).toMatch(/the rest is not read/);
  });

  it('decodes as Python does and says what it cannot decode', () => {
    const latin = Buffer.concat([Buffer.from('# -*- coding: latin-1 -*-\nname = "'), Buffer.from([0xe9]), Buffer.from('"\n')]);
    const root = folderWith({
      'bom.py': '\uFEFFx = 1\n',
      'latin.py': latin,
      'wrong.py': Buffer.from([0x78, 0xe9, 0x0a]),
      'binary.py': Buffer.from([0x78, 0, 0x0a]),
      'odd.py': Buffer.concat([Buffer.from('# coding: klingon\n'), Buffer.from([0xe9])]),
    });
    const reader = new Reader(root);
    expect(reader.read('bom.py')).toBe('x = 1\n');
    expect(reader.read('latin.py')).toContain('"é"');
    for (const file of ['wrong.py', 'binary.py', 'odd.py', 'wrong.py']) expect(reader.read(file)).toBeNull();
    expect(reader.problems.map(({ text }) => text)).toEqual([
      'wrong.py is not valid UTF-8; it is not read',
      'binary.py is not a text file; it is not read',
      'odd.py is not valid klingon; it is not read',
    ]);
  });

  it('reads what PowerShell writes, as pip does; no source, as Python does not', () => {
    const wide = Buffer.from('\uFEFFDjango==5.0\r\n', 'utf16le');
    const reader = new Reader(folderWith({ 'requirements.txt': wide, 'big.txt': Buffer.from(wide).swap16(), 'wide.py': wide }));
    expect(['requirements.txt', 'big.txt', 'wide.py'].map((file) => reader.read(file))).toEqual([
      'Django==5.0\r\n',
      'Django==5.0\r\n',
      null,
    ]);
  });

  it('does not wait on a pipe', () => {
    const root = folderWith({});
    execFileSync('mkfifo', [join(root, 'pipe.py')]);
    const reader = new Reader(root);
    expect(reader.read('pipe.py')).toBeNull();
    expect(reader.exists('pipe.py')).toBe(false);
  });

  it('prints project files relative to the project and library files relative to site-packages', () => {
    const root = folderWith({ '.venv/lib/python3.11/site-packages/rest_framework/views.py': '', 'app/x.py': '' });
    const packages = join(root, '.venv/lib/python3.11/site-packages');
    const reader = new Reader(root);
    reader.allow(packages);
    expect(reader.display(join(packages, 'rest_framework/views.py'))).toBe('rest_framework/views.py');
    expect(reader.display('app/x.py')).toBe('app/x.py');
    writeFileSync(join(root, 'late.py'), '');
    expect(reader.display(join(root, 'late.py'))).toBe('late.py');
  });
});
