/** Gates that take many steps: what is followed once for several views, and where fewer steps are taken. */
import { describe, expect, it } from 'vitest';
import type { Probe } from '../../src/model/probe.ts';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as emptyToken } from '../../src/probes/empty-token.ts';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as tokenInQuery } from '../../src/probes/token-in-query.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from django.urls import path
from rest_framework.authentication import TokenAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


def work(rounds):
    for hour in range(rounds):
        for minute in range(100):
            pass


class FromAddress(TokenAuthentication):
    def authenticate(self, request):
        key = request.query_params.get('token')
        return self.authenticate_credentials(key) if key else super().authenticate(request)


class Dear(IsAuthenticated):
    def has_permission(self, request, view):
        if request.user.is_authenticated:
            work(view.rounds)
        return super().has_permission(request, view)


class Notes(APIView):
    authentication_classes = [FromAddress]
    permission_classes = [Dear]
    rounds = 1

    def get(self, request):
        return Response([])


class Tasks(Notes):
    rounds = 1000


class OtherGate(Tasks):
    def check_permissions(self, request):
        super().check_permissions(request)


class Slow(APIView):
    authentication_classes = []

    def check_permissions(self, request):
        word = request.headers.get('Authorization')
        work(1000 if word is None else 100)
        self.permission_denied(request)

    def get(self, request):
        return Response([])


urlpatterns = [
    path('notes/', Notes.as_view()),
    path('tasks/', Tasks.as_view()),
    path('other-gate/', OtherGate.as_view()),
    path('slow/', Slow.as_view()),
]
`;

const APPS = ['contenttypes', 'auth'].map((app) => `django.contrib.${app}`).concat('rest_framework', 'rest_framework.authtoken');

/** The verdict for a probe at each of the paths, in their order. */
function verdicts(...asked: readonly (readonly [string, Probe])[]): readonly string[] {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
      'config/__init__.py': '',
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ${JSON.stringify(APPS)}\n`,
      'config/urls.py': URLS,
    }),
  });
  return asked.map(([path, probe]) => witness.judge(witness.operations.find((one) => one.path === path)!, probe).verdict);
}

describe('gates that take many steps', () => {
  it('are followed once for a token that one authenticator takes from the wrong place, and anew behind another gate', () => {
    const found = verdicts(['/notes/', tokenInQuery], ['/tasks/', tokenInQuery], ['/other-gate/', tokenInQuery]);
    expect(found).toEqual(['admits', 'admits', 'unknown']);
  });

  it('get fewer steps for other probes where the request without a token was not followed to its end', () => {
    expect(verdicts(['/slow/', noToken], ['/slow/', garbageToken], ['/slow/', emptyToken])).toEqual(['unknown', 'rejects', 'unknown']);
  });
});
