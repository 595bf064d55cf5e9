/** A throttle makes callers wait: what it asks of a library that is not here decides nothing about who gets in. */
import { expect, it } from 'vitest';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { urlsJudged } from './urls-judged.ts';

const URLS = `
from django.urls import path
from nowhere.limits import allowance
from rest_framework.authentication import TokenAuthentication
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView


class Slow(BaseThrottle):
    def allow_request(self, request, view):
        return allowance(request.META.get('REMOTE_ADDR')).left > 0


class Closed(APIView):
    authentication_classes = [TokenAuthentication]
    permission_classes = [IsAuthenticated]
    throttle_classes = [Slow]

    def get(self, request):
        return Response([])


class Open(Closed):
    permission_classes = [AllowAny]


urlpatterns = [path('closed/', Closed.as_view()), path('open/', Open.as_view())]
`;

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework', 'rest_framework.authtoken']
MIDDLEWARE = []
`;

it('leaves the verdicts of strangers and of the right token as they are', () => {
  expect(urlsJudged(noToken, SETTINGS, URLS)).toEqual(['/closed/ rejects', '/open/ admits']);
  expect(urlsJudged(validToken, SETTINGS, URLS)).toEqual(['/closed/ admits', '/open/ admits']);
});

it('is followed so far only, where it takes many steps', () => {
  const urls = URLS.replace("allowance(request.META.get('REMOTE_ADDR')).left > 0", 'doubled(13) > 0').replace(
    'class Slow',
    'def doubled(times):\n    return doubled(times - 1) + doubled(times - 1) if times else 1\n\n\nclass Slow',
  );
  expect(urlsJudged(noToken, SETTINGS, urls)).toEqual(['/closed/ rejects', '/open/ admits']);
  expect(urlsJudged(validToken, SETTINGS, urls)).toEqual(['/closed/ admits', '/open/ admits']);
});
