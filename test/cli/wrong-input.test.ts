/** Wrong input gives exit code 2 and exactly one clear line: what, where, what to do. */
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, managePy } from '../support/folder.ts';
import { isPresentable, unlatched } from './support.ts';

const PROJECT = { 'manage.py': managePy('site.settings'), 'site/__init__.py': '', 'site/settings.py': 'ROOT_URLCONF = "site.urls"\n' };

interface Case {
  readonly title: string;
  readonly files?: Record<string, string>;
  readonly args: readonly string[];
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  { title: 'a path that does not exist', args: ['scan', 'nowhere'], says: /nowhere does not exist/ },
  { title: 'a path with a line break and terminal controls', args: ['scan', 'no\nwhere\u001b[31m'], says: /does not exist/ },
  { title: 'a file in place of a folder', files: { 'x.txt': '' }, args: ['scan', 'x.txt'], says: /not a folder/ },
  { title: 'an empty folder', args: ['scan'], says: /no Django project in \..*manage\.py.*--settings/ },
  {
    title: 'another program with a manage.py',
    files: { 'manage.py': 'from flask import Flask\n' },
    args: ['scan', '.'],
    says: /no Django project/,
  },
  {
    title: 'several projects',
    files: { 'a/manage.py': managePy('a.s'), 'b/manage.py': managePy('b.s') },
    args: ['scan'],
    says: /several Django projects \(a, b\)/,
  },
  { title: 'a manage.py that names no settings', files: { 'manage.py': '# django\n' }, args: ['scan'], says: /--settings MODULE/ },
  {
    title: 'broken TOML',
    files: { ...PROJECT, 'unlatched.toml': 'a = = 1\n' },
    args: ['scan'],
    says: /unlatched\.toml:1:\d+: not valid TOML/,
  },
  {
    title: 'an unknown key',
    files: { ...PROJECT, 'unlatched.toml': 'setings = "x"\n' },
    args: ['scan'],
    says: /unlatched\.toml:1: .*"settings"\?$/m,
  },
  {
    title: 'an unknown key in pyproject.toml',
    files: { ...PROJECT, 'pyproject.toml': '[project]\nname = "x"\n[tool.unlatched]\nfail_on = "low"\n' },
    args: ['scan'],
    says: /pyproject\.toml:4: .*"fail-on"\?$/m,
  },
  { title: 'a configuration that is not there', files: PROJECT, args: ['scan', '--config', 'x.toml'], says: /--config x\.toml/ },
  { title: 'an unknown option', args: ['scan', '--setings', 'x'], says: /--setings.*--settings/ },
  { title: 'an option without its value', args: ['scan', '--settings'], says: /--settings/ },
  { title: 'an unknown command', args: ['scann'], says: /scann.*did you mean scan/ },
  { title: 'too many arguments', args: ['scan', 'a', 'b'], says: /too many arguments/ },
  { title: 'an unknown format', files: PROJECT, args: ['scan', '--format', 'sarf'], says: /did you mean sarif/ },
  { title: 'an unknown format of a report', files: PROJECT, args: ['scan', '--report', 'pdf=x.pdf'], says: /"pdf"/ },
  {
    title: 'a report into nowhere',
    files: PROJECT,
    args: ['scan', '--report', 'json=no/where.json'],
    says: /no\/where\.json cannot be written/,
  },
  {
    title: 'a literal secret',
    files: PROJECT,
    args: ['scan', '--url', 'http://127.0.0.1:9', '--token', 'hunter2'],
    says: /env:NAME or file:PATH/,
  },
  {
    title: 'the key itself in place of where it stands',
    files: PROJECT,
    args: ['scan', '--signing-key', 'hunter2'],
    says: /--signing-key takes env:NAME or file:PATH/,
  },
  {
    title: 'a number that is none',
    files: PROJECT,
    args: ['scan', '--min-coverage', 'all'],
    says: /--min-coverage takes a number from 0 to 100/,
  },
  { title: 'a virtual environment that is none', files: PROJECT, args: ['scan', '--venv', 'site'], says: /--venv site holds neither/ },
  { title: 'fix of nothing', files: PROJECT, args: ['fix'], says: /name the findings/ },
  { title: 'fix before any scan', files: PROJECT, args: ['fix', '1'], says: /run `unlatched scan` first/ },
  {
    title: 'fix of an unknown finding',
    files: PROJECT,
    args: ['fix', 'open-operation:00000000'],
    says: /no finding "open-operation:00000000"/,
  },
  { title: 'lock --check without a lock', files: PROJECT, args: ['lock', '--check'], says: /no unlatched\.lock to compare with/ },
  {
    title: 'a lock with a merge conflict',
    files: { ...PROJECT, 'unlatched.lock': '# unlatched.lock 1: who may call what, as the source of a says.\n<<<<<<< HEAD\n' },
    args: ['lock', '--check'],
    says: /unlatched\.lock:2: this is no line of a lock/,
  },
  { title: 'an unknown rule', args: ['rules', 'open-operatio'], says: /did you mean open-operation/ },
  { title: 'an unknown schema', args: ['schema', 'x'], says: /scan, routes, config/ },
  { title: 'explain before any scan', files: PROJECT, args: ['explain', '1'], says: /unlatched scan/ },
  { title: 'explain of nonsense', files: PROJECT, args: ['explain', 'what is this'], says: /METHOD \/path/ },
  {
    title: 'explain from a broken document',
    files: { ...PROJECT, 'x.json': '{' },
    args: ['explain', '1', '--from', 'x.json'],
    says: /not JSON/,
  },
  {
    title: 'explain from another document',
    files: { ...PROJECT, 'x.json': '{}' },
    args: ['explain', '1', '--from', 'x.json'],
    says: /not a scan document/,
  },
  { title: 'a document that is not there', files: PROJECT, args: ['scan', '--spec', 'no.yaml'], says: /no\.yaml/ },
  {
    title: 'a document that is not YAML',
    files: { ...PROJECT, 'x.yaml': 'a: [\nb: }\n' },
    args: ['scan', '--spec', 'x.yaml'],
    says: /x\.yaml/,
  },
  {
    title: 'a document that is not OpenAPI',
    files: { ...PROJECT, 'x.yaml': 'a: 1\n' },
    args: ['scan', '--spec', 'x.yaml'],
    says: /x\.yaml/,
  },
];

// The first start may compile; no test should pay for it.
beforeAll(() => {
  unlatched(['--version'], '.');
});

describe('wrong input', () => {
  it.each(CASES)('$title', ({ files = {}, args, says }) => {
    const { code, stdout, stderr } = unlatched(args, folderWith(files));
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length, stderr }).toEqual({ code: 2, stdout: '', lines: 1, stderr });
    expect(stderr).toMatch(/^unlatched: /);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toContain('hunter2');
    expect(isPresentable(stderr)).toBe(true);
  });

  it('a document of 50 MB', () => {
    const folder = folderWith({ ...PROJECT, 'big.yaml': '' });
    truncateSync(join(folder, 'big.yaml'), 50_000_000);
    const { code, stderr } = unlatched(['scan', '--spec', 'big.yaml'], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^unlatched: .*big\.yaml.*\n$/);
  });
});

describe('a hostile project', () => {
  const URLS = `from django.urls import path
from django.http import HttpResponse
def ping(request):
    return HttpResponse("ok")
urlpatterns = [path("ping/", ping)]
`;

  it('leads nowhere by links, is not followed out, and costs only what depends on it', () => {
    const outside = folderWith({ 'secret.py': 'TOKEN = "hunter2"\n' });
    const folder = folderWith({ ...PROJECT, 'site/urls.py': URLS, 'site/broken.py': 'def (:\n', 'site/huge.py': '' });
    symlinkSync(join(outside, 'secret.py'), join(folder, 'site/secret.py'));
    symlinkSync('/etc', join(folder, 'etc'));
    truncateSync(join(folder, 'site/huge.py'), 50_000_000);
    const { code, stdout, stderr } = unlatched(['scan', '--format', 'json'], folder);
    expect([0, 1, 3]).toContain(code);
    const document = JSON.parse(stdout);
    expect(document.operations.map(({ id }: { id: string }) => id)).toEqual(['* /ping/']);
    expect(`${stdout}${stderr}`).not.toContain('hunter2');
    expect(isPresentable(`${stdout}${stderr}`)).toBe(true);
  });

  it('cannot lead the kept scan out of the project', () => {
    const outside = folderWith({ 'keep.txt': '' });
    const folder = folderWith({ ...PROJECT, 'site/urls.py': URLS });
    mkdirSync(join(folder, 'x'));
    symlinkSync(outside, join(folder, '.unlatched'));
    const { stderr } = unlatched(['scan'], folder);
    expect(stderr).toMatch(/the scan is not kept for explain/);
    expect(isPresentable(stderr)).toBe(true);
  });
});
