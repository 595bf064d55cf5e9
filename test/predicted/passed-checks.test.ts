/** A rejection counts where the right token passes the check that it comes from, whatever is not known behind that check. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const SETTINGS = `
SECRET_KEY = 'x'
INSTALLED_APPS = [
    'django.contrib.auth', 'django.contrib.contenttypes', 'rest_framework', 'rest_framework.authtoken', 'app',
]
ROOT_URLCONF = 'app.views'
`;

const VIEWS = `
import flags
from django.contrib.auth.models import User
from django.urls import path
from rest_framework.authentication import BaseAuthentication
from rest_framework.authtoken.models import Token
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Quiet(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get('Authorization', '').removeprefix('Bearer ')
        token = Token.objects.filter(key=key).first() if key else None
        return (token.user, token) if token else None


class OfOneForm(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get('Authorization', '').removeprefix('Bearer ')
        if not key:
            return None
        if len(key) != 7:
            raise AuthenticationFailed('seven letters')
        return User.objects.first(), None


class IsSwitchedOn(BasePermission):
    def has_permission(self, request, view):
        return flags.client().is_on('reports')


class IsNobody(BasePermission):
    def has_permission(self, request, view):
        return request.user is None


class Anybody(APIView):
    authentication_classes = [Quiet]

    def get(self, request):
        return Response([])


class Switched(Anybody):
    permission_classes = [IsAuthenticated, IsSwitchedOn]


class Closed(Anybody):
    permission_classes = [IsNobody]


class ClosedBehind(Anybody):
    permission_classes = [IsAuthenticated | ~IsNobody]

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        raise PermissionDenied()


class SometimesSwitched(Switched):
    def initial(self, request, *args, **kwargs):
        if 'x' in request.GET:
            raise PermissionDenied()
        super().initial(request, *args, **kwargs)


class Formed(Anybody):
    authentication_classes = [OfOneForm]
    permission_classes = [IsAuthenticated]


urlpatterns = [
    path('sometimes-switched/', SometimesSwitched.as_view()),
    path('formed/', Formed.as_view()),
    path('switched/', Switched.as_view()),
    path('closed/', Closed.as_view()),
    path('closed-behind/', ClosedBehind.as_view()),
]
`;

function verdicts(path: string) {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('app.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
      'app/__init__.py': '',
      'app/settings.py': SETTINGS,
      'app/views.py': VIEWS,
    }),
  });
  const operation = witness.operations.find((one) => one.path === path && one.method === 'GET')!;
  return { garbage: witness.judge(operation, garbageToken), valid: witness.judge(operation, validToken) };
}

describe('a token that is not known', () => {
  it.each(['/switched/', '/sometimes-switched/'])('is turned away by a check that the right one passes: %s', (path) => {
    const { garbage, valid } = verdicts(path);
    expect(valid.verdict).toBe('unknown');
    expect(garbage).toMatchObject({ verdict: 'rejects', standsAlone: true });
  });

  it.each([
    ['the right one does not pass it either', '/closed/'],
    ['it passed the checks as well', '/closed-behind/'],
    ['it has another form than the code wants', '/formed/'],
  ])('but nothing is shown where %s', (_why, path) => {
    const { garbage, valid } = verdicts(path);
    expect([valid.verdict, garbage.verdict]).toEqual(['rejects', 'rejects']);
    expect(garbage.standsAlone ?? false).toBe(false);
  });
});
