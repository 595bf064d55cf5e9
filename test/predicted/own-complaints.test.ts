/** A handler that looks for the credential itself may refuse in words of its own: nobody who has none gets anything. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const VIEWS = `
import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.urls import path
from rest_framework.authtoken.models import Token


def complaint(request):
    try:
        token = Token.objects.get(key=request.headers['Authorization'].split(' ')[1])
    except Exception:
        return JsonResponse({'detail': 'no such token'}, status=400)
    token.user.save()
    return HttpResponse('done')


def nothing(request):
    try:
        token = Token.objects.get(key=request.headers['Authorization'].split(' ')[1])
    except Exception:
        return JsonResponse({'detail': 'no such token'}, status=400)
    return HttpResponse(status=400)


def written(request):
    try:
        token = Token.objects.get(key=request.headers['Authorization'].split(' ')[1])
    except Exception:
        Token.objects.all().delete()
        return JsonResponse({'detail': 'no such token'}, status=400)
    return HttpResponse('done')


urlpatterns = [path('complaint/', complaint), path('nothing/', nothing), path('written/', written)]
`;

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework.authtoken']
`;

it('gives away nothing but a complaint', () => {
  const files = { 'manage.py': managePy('config.settings'), 'config/settings.py': SETTINGS, 'config/urls.py': VIEWS };
  const witness = loadSource({ root: folderWith({ ...files, 'config/__init__.py': '' }) });
  const effects = witness.operations.map((operation) => witness.judge(operation, noToken).effect ?? null);
  expect(effects).toEqual(['nothing but a complaint', null, 'db-write Token rows are deleted']);
});

it('is no mistake of a handler behind a gate that has asked for the token', () => {
  const views = `
from django.urls import path
from rest_framework.authentication import TokenAuthentication
from rest_framework.permissions import AllowAny
from rest_framework.views import APIView


class Prices(APIView):
    authentication_classes = [TokenAuthentication]
    permission_classes = [AllowAny]

    def get(self, request):
        raise ValueError('no currency is set up')


urlpatterns = [path('prices/', Prices.as_view())]
`;
  const files = { 'manage.py': managePy('config.settings'), 'config/settings.py': SETTINGS, 'config/urls.py': views };
  const witness = loadSource({ root: folderWith({ ...files, 'config/__init__.py': '' }) });
  expect(witness.operations.map((operation) => witness.judge(operation, noToken).verdict)).toEqual(['admits']);
});

it('is no taking of a made-up token that the handler only fails behind', () => {
  const views = `
from django.http import HttpResponse
from django.urls import path


def event(request):
    if not request.headers.get('Authorization'):
        return HttpResponse(status=401)
    raise RuntimeError('the key of the sender is not set up')


urlpatterns = [path('event/', event)]
`;
  const files = { 'manage.py': managePy('config.settings'), 'config/settings.py': SETTINGS, 'config/urls.py': views };
  const witness = loadSource({ root: folderWith({ ...files, 'config/__init__.py': '' }) });
  expect(witness.judge(witness.operations[0]!, garbageToken)).toMatchObject({ verdict: 'admits', effect: 'nothing but a server error' });
});
