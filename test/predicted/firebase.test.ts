/** Tokens that Firebase verifies (firebase_admin 7.7, `_token_gen.py`, `_JWTVerifier.verify`): signature, project and end are checked in any case. */
import { expect, it } from 'vitest';
import { PROBES } from '../../src/probes/index.generated.ts';
import { urlsJudged } from './urls-judged.ts';

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework']
MIDDLEWARE = []
`;

const URLS = `
import firebase_admin
from django.contrib.auth.models import User
from django.http import JsonResponse
from django.urls import path
from firebase_admin import auth, credentials
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

if not firebase_admin._apps:
    firebase_admin.initialize_app(credentials.Certificate('service.json'))


class Loud(BaseAuthentication):
    def authenticate(self, request):
        line = request.META.get('HTTP_AUTHORIZATION')
        if not line:
            return None
        try:
            claims = auth.verify_id_token(line.split(' ').pop(), check_revoked=True)
        except (auth.InvalidIdTokenError, ValueError):
            raise AuthenticationFailed('bad')
        user, _ = User.objects.get_or_create(username=claims.get('uid'))
        return user, None


class Guest(BaseAuthentication):
    def authenticate(self, request):
        line = request.META.get('HTTP_AUTHORIZATION', '')
        try:
            name = auth.verify_id_token(line.removeprefix('Bearer '))['uid']
        except auth.ExpiredIdTokenError:
            raise AuthenticationFailed('old')
        except Exception:
            name = 'guest'
        return User.objects.get_or_create(username=name)[0], None


class Closed(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])


urlpatterns = [
    path('loud/', Closed.as_view(authentication_classes=[Loud])),
    path('guest/', Closed.as_view(authentication_classes=[Guest])),
]
`;

const judged = (id: string) => urlsJudged(PROBES.find((probe) => probe.id === id)!, SETTINGS, URLS);

it('take the right token alone', () => {
  expect(judged('valid-token')).toEqual(['/loud/ admits', '/guest/ admits']);
  for (const id of ['no-token', 'garbage-token', 'tampered-token', 'unsigned-token', 'foreign-audience', 'foreign-issuer', 'no-expiry'])
    expect([id, ...judged(id)]).toEqual([id, '/loud/ rejects', '/guest/ admits']);
});

it('say of an old token that it is old', () => {
  expect(judged('expired-token')).toEqual(['/loud/ rejects', '/guest/ rejects']);
});
