/** Settings that are classes (django-configurations): which class it is, and what it makes of methods and values. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith } from '../support/folder.ts';

const SETTINGS = `
from configurations import Configuration, values


class Mixin:
    PERMISSIONS = values.ListValue(['rest_framework.permissions.IsAuthenticated'])


class Base(Mixin, Configuration):
    SECRET_KEY = values.Value(None)
    ROOT_URLCONF = 'config.urls'
    INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth']
    PREFIX = values.Value('api/', environ_name='PREFIX', environ_prefix=None)

    @property
    def APPEND_SLASH(self):
        return True

    def REST_FRAMEWORK(self):
        return {'DEFAULT_PERMISSION_CLASSES': self.PERMISSIONS}


class Production(Base):
    INSTALLED_APPS = [*Base.INSTALLED_APPS, 'rest_framework']


class Development(Production):
    PERMISSIONS = []

    def __init__(self):
        self.PREFIX += 'dev/'
`;

const URLS = `
from django.conf import settings
from django.urls import path
from rest_framework.response import Response
from rest_framework.views import APIView


class Notes(APIView):
    def get(self, request):
        return Response([])


urlpatterns = [path(settings.PREFIX + 'notes/', Notes.as_view())]
`;

function judged(entry: string, env: Record<string, string> = {}): readonly string[] {
  const witness = loadSource({
    root: folderWith({
      'manage.py': `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n${entry}`,
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.0\ndjango-configurations==2.5.1\n',
      'config/__init__.py': '',
      'config/settings.py': SETTINGS,
      'config/urls.py': URLS,
    }),
    env,
  });
  return witness.operations.map((operation) => `${operation.path} ${witness.judge(operation, noToken).verdict}`);
}

it('are those of the class that the entry point names', () => {
  expect(judged('os.environ.setdefault("DJANGO_CONFIGURATION", "Development")\n')).toEqual(['/api/dev/notes/ admits']);
  expect(judged('os.environ.setdefault("DJANGO_CONFIGURATION", "Production")\n')).toEqual(['/api/notes/ rejects']);
});

it('are those of the class that the environment names', () => {
  const env = { DJANGO_CONFIGURATION: 'Development', DJANGO_PERMISSIONS: 'rest_framework.permissions.IsAdminUser', PREFIX: 'v1/' };
  expect(judged('os.environ.setdefault("DJANGO_CONFIGURATION", "Production")\n', env)).toEqual(['/v1/dev/notes/ admits']);
  expect(judged('', { DJANGO_CONFIGURATION: 'Production', PREFIX: 'v1/' })).toEqual(['/v1/notes/ rejects']);
});

it('are those of the class that sounds most like the running service where nothing names one', () => {
  expect(judged('')).toEqual(['/api/notes/ rejects']);
});
