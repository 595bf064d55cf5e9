/** An authenticator that gives a user to whoever sends nothing opens what permissions close: that is no word of the project for openness. */
import { expect, it } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { runScan } from '../../src/scan/run.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from django.contrib.auth.models import AnonymousUser, User
from django.urls import path
from rest_framework.authentication import BaseAuthentication
from rest_framework.authtoken.models import Token
from rest_framework.permissions import AllowAny, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.response import Response
from rest_framework.views import APIView


class Beginning(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get('Authorization', '')[7:]
        token = Token.objects.filter(key__startswith=key[:8]).first()
        return (token.user, token) if token else None


class Nobody(BaseAuthentication):
    def authenticate(self, request):
        return AnonymousUser(), None


def notes(authenticator, permission):
    class Notes(APIView):
        authentication_classes = [authenticator]
        permission_classes = [permission]

        def get(self, request):
            return Response([user.username for user in User.objects.all()])

    return Notes.as_view()


urlpatterns = [
    path('given/', notes(Beginning, IsAuthenticated)),
    path('asked/', notes(Nobody, IsAuthenticated)),
    path('read/', notes(Nobody, IsAuthenticatedOrReadOnly)),
    path('open/', notes(Nobody, AllowAny)),
]
`;

const SETTINGS = `
SECRET_KEY = 'x'
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework', 'rest_framework.authtoken']
`;

it('is an alarm', async () => {
  const files = { 'manage.py': managePy('config.settings'), 'config/settings.py': SETTINGS, 'config/urls.py': URLS };
  const { findings } = await runScan(defaultOptions(folderWith({ ...files, 'config/__init__.py': '' })), () => {});
  const open = findings.filter(({ rule }) => rule.id === 'open-operation');
  expect(open.map(({ severity, operations, cause }) => [severity, operations, cause])).toEqual([
    ['high', ['GET /given/'], 'Beginning.authenticate gives a user to whoever sends no credential'],
    ['info', ['GET /open/', 'GET /read/'], expect.anything()],
  ]);
});
