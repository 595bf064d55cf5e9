/** The source through the front door: what is found, where it was named, and what a configuration changes. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, managePy } from '../support/folder.ts';
import { isPresentable, unlatched } from './support.ts';

const PROJECT = {
  'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
  'manage.py': managePy('config.settings'),
  'config/__init__.py': '',
  'config/wsgi.py': managePy('config.settings'),
  'config/settings.py': `import os
SECRET_KEY = os.environ.get("SECRET_KEY", "x")
DEBUG = False
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "notes"]
MIDDLEWARE = []
ROOT_URLCONF = "config.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
`,
  'config/urls.py': `from django.urls import path
from notes.views import NoteList, NoteDetail
urlpatterns = [
    path("api/notes/", NoteList.as_view(), name="notes"),
    path("api/notes/<int:pk>/", NoteDetail.as_view(), name="note"),
]
`,
  'notes/__init__.py': '',
  'notes/views.py': `from rest_framework.response import Response
from rest_framework.views import APIView


class NoteList(APIView):
    def get(self, request):
        return Response([])


class NoteDetail(APIView):
    permission_classes = []

    def get(self, request, pk):
        return Response({"id": pk, "owner": "somebody"})

    def delete(self, request, pk):
        return Response(status=204)
`,
};

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly operations: string[];
  readonly gates: boolean;
  readonly suppressed: object | null;
  readonly baseline: string | null;
}

interface RouteRow {
  readonly id: string;
  readonly view: string;
  readonly file: string;
  readonly line: number;
  readonly permissions: unknown;
  readonly verdicts: Record<string, { readonly verdict: string }>;
}

const valid = (kind: string, text: string) => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(unlatched(['schema', kind], '.').stdout));
  validate(JSON.parse(text));
  return validate.errors;
};

beforeAll(() => {
  unlatched(['--version'], '.');
});

describe('routes', () => {
  it('are written as a valid document with policy and verdicts', () => {
    const folder = folderWith(PROJECT);
    const { code, stdout, stderr } = unlatched(['routes', '--format', 'json'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(valid('routes', stdout)).toBeNull();
    const { project, routes } = JSON.parse(stdout);
    expect(project).toEqual({
      root: '.',
      settings: 'config.settings',
      settings_from: 'config/wsgi.py:3',
      django: '5.2.8',
      drf: '3.16.1',
      versions_from: 'requirements.txt:1',
    });
    const shown = routes.map(({ id, view, file, line, permissions, verdicts }: RouteRow) => [
      id,
      view,
      `${file}:${line}`,
      permissions,
      verdicts['no-token']?.verdict,
    ]);
    expect(shown).toEqual([
      ['GET /api/notes/', 'notes.views.NoteList', 'notes/views.py:5', ['rest_framework.permissions.IsAuthenticated'], 'rejects'],
      ['GET /api/notes/{}/', 'notes.views.NoteDetail', 'notes/views.py:10', [], 'admits'],
      ['DELETE /api/notes/{}/', 'notes.views.NoteDetail', 'notes/views.py:10', [], 'admits'],
    ]);
  });

  it('are shown as a table, from the folder above too, and without verdicts when asked', () => {
    const folder = folderWith(Object.fromEntries(Object.entries(PROJECT).map(([file, text]) => [`backend/${file}`, text])));
    const { code, stdout } = unlatched(['routes', '.'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^notes\.views\.NoteDetail +backend\/notes\/views\.py:10$/m);
    expect(stdout).toMatch(/3 operations, 3 decided\n$/);
    const json = unlatched(['routes', '.', '--format', 'json', '--no-verdicts'], folder);
    expect(JSON.parse(json.stdout).routes[0].verdicts).toBeUndefined();
    expect(unlatched(['routes', '--format', 'html'], folder).stderr).toMatch(
      /^unlatched: --format: routes are written as terminal or json/,
    );
  });
});

describe('scan', () => {
  const scan = (folder: string, ...args: string[]) => {
    const { code, stdout, stderr } = unlatched(['scan', '--format', 'json', ...args], folder);
    return { code, stderr, stdout, document: stdout ? JSON.parse(stdout) : null };
  };
  const open = (document: { findings: Finding[] }) => document.findings.filter(({ rule }) => rule === 'open-operation');

  it('finds the open view once, gates, and is explained by number, id and operation', () => {
    const folder = folderWith(PROJECT);
    const { code, stdout, document } = scan(folder);
    expect(valid('scan', stdout)).toBeNull();
    expect(code).toBe(1);
    const findings = open(document);
    expect(findings.map(({ gates, operations }) => [gates, [...operations].sort()])).toEqual([
      [true, ['DELETE /api/notes/{}/', 'GET /api/notes/{}/']],
    ]);
    for (const subject of ['1', document.findings[0].id, 'GET /api/notes/7', '* /api/notes/<int:pk>/']) {
      const explained = unlatched(['explain', subject], folder);
      expect([explained.code, explained.stderr]).toEqual([0, '']);
      expect(explained.stdout).toMatch(/notes\/views\.py/);
      expect(isPresentable(explained.stdout)).toBe(true);
    }
    expect(unlatched(['explain', '99'], folder).stderr).toMatch(/^unlatched: the last scan has findings 1 to \d+, not 99\n$/);
  });

  it('is quiet about what the configuration calls public, and says who did', () => {
    const config = '[[public]]\noperation = "* /api/notes/{}/"\nreason = "a notice board"\n';
    const { code, document } = scan(folderWith({ ...PROJECT, 'unlatched.toml': config }));
    expect(open(document)).toEqual([]);
    expect(code).toBe(0);
    const row = document.operations.find(({ id }: { id: string }) => id === 'GET /api/notes/{}/');
    expect(row.intended_public.why).toMatch(/a notice board/);
  });

  it('passes with a baseline, and fails again when the view is another', () => {
    const folder = folderWith(PROJECT);
    expect(scan(folder, '--baseline', 'known.json').stderr).toMatch(/^unlatched: .*known\.json.*\n$/);
    const written = scan(folder, '--update-baseline', '--baseline', 'known.json');
    expect([written.code, written.stderr]).toEqual([0, expect.stringMatching(/wrote known\.json: \d+ findings? .*known/)]);
    const again = scan(folder, '--baseline', 'known.json');
    expect(again.code).toBe(0);
    expect(open(again.document).map(({ baseline, gates }) => [baseline, gates])).toEqual([['known', false]]);
    const urls = readFileSync(join(folder, 'config/urls.py'), 'utf8').replaceAll('NoteDetail', 'NotePublic');
    const views = readFileSync(join(folder, 'notes/views.py'), 'utf8').replaceAll('NoteDetail', 'NotePublic');
    writeFileSync(join(folder, 'config/urls.py'), urls);
    writeFileSync(join(folder, 'notes/views.py'), views);
    expect(scan(folder, '--baseline', 'known.json').code).toBe(1);
  });

  it('never reads the real environment for the source, and no secret of it reaches the output', () => {
    const folder = folderWith(PROJECT);
    const { stdout, stderr } = unlatched(['scan', '--format', 'json', '--all'], folder, { SECRET_KEY: 'hunter2-of-the-machine' });
    expect(`${stdout}${stderr}${readFileSync(join(folder, '.unlatched/last.json'), 'utf8')}`).not.toContain('hunter2');
  });

  it('costs only what depends on a module with a syntax error', () => {
    const folder = folderWith({
      ...PROJECT,
      'notes/broken.py': 'from rest_framework.views import APIView\nclass Broken(APIView:\n    pass\n',
      'config/urls.py': `${PROJECT['config/urls.py']}
try:
    from notes.broken import Broken
    urlpatterns += [path("api/broken/", Broken.as_view())]
except ImportError:
    pass
`,
    });
    const { code, document } = scan(folder);
    expect([1, 3]).toContain(code);
    expect(document.operations.map(({ id }: { id: string }) => id)).toContain('GET /api/notes/');
    expect(JSON.stringify(document.problems)).toMatch(/notes\/broken\.py/);
  });

  it('works in a folder that may not be written to', () => {
    const folder = folderWith(PROJECT);
    chmodSync(folder, 0o555);
    try {
      const { code, stderr } = scan(folder);
      expect(code).toBe(1);
      // The super-user may write anywhere.
      if (process.getuid?.() !== 0) expect(stderr).toMatch(/^unlatched: the scan is not kept for explain: .+\n$/);
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});
