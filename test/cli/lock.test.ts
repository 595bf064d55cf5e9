/** `unlatched lock` as a user has it: written, committed, compared after an edit. */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { folderWith, managePy } from '../support/folder.ts';
import { isPresentable, unlatched } from './support.ts';

// The first call may have to set the clone up.
vi.setConfig({ testTimeout: 120_000 });

const VIEWS = `from rest_framework.permissions import AllowAny, IsAdminUser, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class NoteList(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])

    def post(self, request):
        return Response(status=201)


class Health(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        return Response("ok")
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
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"]}
`,
  'config/urls.py': `from django.urls import path
from notes.views import Health, NoteList
urlpatterns = [path("notes/", NoteList.as_view()), path("health/", Health.as_view())]
`,
  'notes/__init__.py': '',
  'notes/views.py': VIEWS,
};

it('writes one line an operation, holds, and says what became looser or tighter', () => {
  const folder = folderWith(PROJECT);
  const file = join(folder, 'unlatched.lock');
  expect(unlatched(['lock'], folder)).toMatchObject({ code: 0, stdout: 'wrote unlatched.lock: 3 operations\n' });
  const written = readFileSync(file, 'utf8');
  expect(written.split('\n').slice(2)).toEqual([
    'anyone        GET     /health/  permissions AllowAny  authenticators TokenAuthentication',
    'valid-token   GET     /notes/  permissions IsAuthenticated  authenticators TokenAuthentication',
    'valid-token   POST    /notes/  permissions IsAuthenticated  authenticators TokenAuthentication',
    '',
  ]);
  expect(unlatched(['lock', '--check'], folder)).toMatchObject({
    code: 0,
    stdout: 'unlatched.lock holds: 3 operations, nothing changed\n',
  });

  const edited = VIEWS.replace('permission_classes = [IsAuthenticated]', 'permission_classes = []').replace('[AllowAny]', '[IsAdminUser]');
  writeFileSync(join(folder, 'notes/views.py'), edited);
  const { code, stdout, stderr } = unlatched(['lock', '--check'], folder);
  expect(code).toBe(1);
  expect(stdout).toBe(`tighter  GET /health/
           anyone -> a valid token only
           permissions AllowAny -> IsAdminUser
looser   GET /notes/
           a valid token only -> anyone
           permissions IsAuthenticated -> none
looser   POST /notes/
           a valid token only -> anyone
           permissions IsAuthenticated -> none

unlatched.lock: 2 looser, 1 tighter, 0 changed; if that is meant, run \`unlatched lock\` and commit it
`);
  expect(isPresentable(stdout + stderr)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(written);
});

it('is for one settings module', () => {
  const folder = folderWith({ ...PROJECT, 'config/other.py': 'from .settings import *\n' });
  expect(unlatched(['lock', '--settings', 'config.other'], folder).code).toBe(0);
  const { code, stderr } = unlatched(['lock', '--check'], folder);
  expect(code).toBe(2);
  expect(stderr).toContain('was made with the settings config.other, this run judges config.settings');
});

it('replaces a link instead of following it', () => {
  const folder = folderWith(PROJECT);
  const elsewhere = folderWith({ 'kept.txt': 'as it was' });
  symlinkSync(join(elsewhere, 'kept.txt'), join(folder, 'unlatched.lock'));
  expect(unlatched(['lock'], folder).code).toBe(0);
  expect(readFileSync(join(elsewhere, 'kept.txt'), 'utf8')).toBe('as it was');
  expect(readFileSync(join(folder, 'unlatched.lock'), 'utf8')).toContain('/notes/');
});

it('writes nothing where no operation is found', () => {
  const folder = folderWith({ ...PROJECT, 'config/urls.py': 'urlpatterns = []\n' });
  const { code, stderr } = unlatched(['lock'], folder);
  expect(code).toBe(3);
  expect(stderr).toContain('no operation was found');
  expect(existsSync(join(folder, 'unlatched.lock'))).toBe(false);
});
