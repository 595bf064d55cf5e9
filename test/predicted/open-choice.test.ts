/** Code that is not there may decide which way a request takes: that matters only where it decides whether the request gets in. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const SETTINGS = `
from absent_library import value_of

SECURE_SSL_REDIRECT = value_of('HTTPS')
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework', 'rest_framework.authtoken']
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
`;

const URLS = `
from absent_library import fingerprint, introspect
from django.contrib.auth.models import User
from django.core.cache import cache
from django.urls import path
from rest_framework.authentication import BaseAuthentication, TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Introspected(BaseAuthentication):
    def authenticate(self, request):
        scheme, _, token = request.headers.get('Authorization', '').partition(' ')
        if scheme != 'Bearer':
            return None
        answer = cache.get(fingerprint(token)) or introspect(token)
        if not answer['active']:
            raise AuthenticationFailed()
        return (User.objects.get(pk=answer['sub']), token)


class Notes(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])


urlpatterns = [
    path('introspected/', Notes.as_view(authentication_classes=[Introspected])),
    path('tokens/', Notes.as_view(authentication_classes=[TokenAuthentication])),
]
`;

it('is no matter where every way leads to the handler, and one where a way does not', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.18.3\n',
      'config/__init__.py': '',
      'config/settings.py': SETTINGS,
      'config/urls.py': URLS,
    }),
  });
  const verdicts = witness.operations.map(
    (operation) => `${operation.path} ${witness.judge(operation, validToken).verdict} ${witness.judge(operation, garbageToken).verdict}`,
  );
  expect(verdicts).toEqual(['/introspected/ admits unknown', '/tokens/ admits rejects']);
});
