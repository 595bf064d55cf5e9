/** `unlatched fix` as a user has it: a diff that git takes, files written only where git could give them back. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { folderWith, managePy } from '../support/folder.ts';
import { unlatched } from './support.ts';

// The first call may have to set the clone up.
vi.setConfig({ testTimeout: 180_000 });

const VIEWS = `from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView


class NoteList(APIView):
    permission_classes = []

    def get(self, request):
        return Response([])


class NoteWrite(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        return Response(status=201)


class KeyAuthentication:
    pass
`;

const PROJECT = {
  'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
  'manage.py': managePy('config.settings'),
  'config/__init__.py': '',
  'config/settings.py': `SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "rest_framework.authtoken", "notes"]
MIDDLEWARE = []
ROOT_URLCONF = "config.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
`,
  'config/urls.py': `from django.http import JsonResponse
from django.urls import path
from notes.views import NoteList, NoteWrite


def plain(request):
    return JsonResponse({"users": list(__import__("django.contrib.auth.models", fromlist=["User"]).User.objects.values())})


urlpatterns = [path("notes/", NoteList.as_view()), path("notes/new/", NoteWrite.as_view()), path("plain/", plain)]
`,
  'notes/__init__.py': '',
  'notes/views.py': VIEWS,
};

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly operations: readonly string[];
}

const findingsOf = (folder: string): readonly Finding[] =>
  (JSON.parse(unlatched(['scan', '--format', 'json'], folder).stdout) as { findings: Finding[] }).findings;

const git = (folder: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'core.autocrlf=false', '-c', 'init.defaultBranch=main', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );

it('prints a diff that git takes, and writes it only where git holds the text', () => {
  const folder = folderWith(PROJECT);
  git(folder, 'init');
  git(folder, 'add', '.');
  const finding = findingsOf(folder).find(({ operations }) => operations.includes('GET /notes/'))!;
  const { code, stdout, stderr } = unlatched(['fix', finding.id], folder);
  expect(code).toBe(0);
  expect(stdout).toBe(`--- a/notes/views.py
+++ b/notes/views.py
@@ -1,10 +1,10 @@
-from rest_framework.permissions import AllowAny
+from rest_framework.permissions import AllowAny, IsAuthenticated
 from rest_framework.response import Response
 from rest_framework.views import APIView
 
 
 class NoteList(APIView):
-    permission_classes = []
+    permission_classes = [IsAuthenticated]
 
     def get(self, request):
         return Response([])
`);
  expect(stderr).toBe(`fix      ${finding.id}  demand a user on NoteList
         re-judged: closes no-token, garbage-token; valid-token still enters
`);
  expect(readFileSync(join(folder, 'notes/views.py'), 'utf8')).toBe(VIEWS);
  writeFileSync(join(folder, 'the.diff'), stdout);
  git(folder, 'apply', '--check', 'the.diff');

  writeFileSync(join(folder, 'notes/views.py'), `${VIEWS}# being edited\n`);
  const dirty = unlatched(['fix', finding.id, '--apply'], folder);
  expect(dirty.code).toBe(2);
  expect(dirty.stderr).toContain('notes/views.py has changes that git does not hold');
  writeFileSync(join(folder, 'notes/views.py'), VIEWS);
  expect(unlatched(['fix', finding.id, '--apply'], folder)).toMatchObject({ code: 0, stdout: 'wrote notes/views.py\n' });
  expect(findingsOf(folder).some(({ operations }) => operations.includes('GET /notes/'))).toBe(false);
});

it('with --all leaves out what changes behaviour; a named finding without a fix is exit 1', () => {
  const folder = folderWith(PROJECT);
  const all = unlatched(['fix', '--all'], folder);
  expect(all.code).toBe(0);
  expect(all.stdout).toContain('+    permission_classes = [IsAuthenticated]');
  // AllowAny was written down on purpose: closing it is for a person to decide.
  expect(all.stdout).not.toContain('-    permission_classes = [AllowAny]');
  expect(all.stderr).toMatch(/no fix {3}open-operation:[0-9a-f]{8} {2}its fix changes behaviour: name the finding/);
  expect(all.stderr).toMatch(/no fix {3}open-operation:[0-9a-f]{8} {2}no fix is known for code of this shape/);

  const plain = findingsOf(folder).find(({ operations }) => operations.includes('* /plain/'))!;
  const named = unlatched(['fix', plain.id], folder);
  expect(named).toMatchObject({ code: 1, stdout: '' });
  const write = findingsOf(folder).find(({ operations }) => operations.includes('POST /notes/new/'))!;
  const changing = unlatched(['fix', write.id, '--apply', '--force'], folder);
  expect(changing.stderr).toContain('changes behaviour');
  expect(readFileSync(join(folder, 'notes/views.py'), 'utf8')).toContain(
    'class NoteWrite(APIView):\n    permission_classes = [IsAuthenticated]',
  );
});
