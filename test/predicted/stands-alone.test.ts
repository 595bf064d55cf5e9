/** A rejection needs no valid token beside it where nothing that the caller sent was compared with a row. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const DOORS = `
from django.contrib.auth.models import Group, User
from django.http import HttpResponseRedirect


class Settings:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.settings = Group.objects.first()
        return self.get_response(request)


class LoginRequired:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return HttpResponseRedirect('/accounts/login/')
        return self.get_response(request)


class NamedInHeader:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.known = User.objects.filter(username=request.headers.get('X-Name', 'nobody')).exists()
        return self.get_response(request)
`;

const URLS = `
from django.http import HttpResponse
from django.urls import path


def page(request):
    return HttpResponse('')


urlpatterns = [path('page/', page)]
`;

function verdict(...doors: string[]) {
  const middleware = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    ...doors.map((door) => `config.doors.${door}`),
  ];
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\n',
      'config/__init__.py': '',
      'config/doors.py': DOORS,
      'config/urls.py': URLS,
      'config/settings.py': `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions']
MIDDLEWARE = ${JSON.stringify(middleware)}
`,
    }),
  });
  return witness.judge(witness.operations[0]!, noToken);
}

it('where a row of settings was read on the way', () => {
  expect(verdict('LoginRequired')).toMatchObject({ verdict: 'rejects', status: 302, standsAlone: true });
  expect(verdict('Settings', 'LoginRequired')).toMatchObject({ verdict: 'rejects', status: 302, standsAlone: true });
});

it('but not where a row was looked for by what the request says', () => {
  const named = verdict('NamedInHeader', 'LoginRequired');
  expect(named).toMatchObject({ verdict: 'rejects', status: 302 });
  expect(named.standsAlone).toBeUndefined();
});
