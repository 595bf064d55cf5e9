/** Checks in libraries that are not there: what follows them is neither open nor closed. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { PROBES } from '../../src/probes/index.generated.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const SETTINGS = `
SECRET_KEY = 'x'
INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'rest_framework', 'app']
ROOT_URLCONF = 'app.views'
HOOK_KEY = 'k'
`;

const VIEWS = `
import accounts
import counters
import payments
from accounts_abroad import tokens
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponse
from django.urls import path
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


def signed(request):
    try:
        payments.Hook.construct_event(request.body, request.headers.get('X-Signature'), settings.HOOK_KEY)
    except payments.WrongSignature:
        return HttpResponse(status=400)
    User.objects.all().delete()
    return HttpResponse()


def signed_by_an_object(request):
    payments.Client(settings.HOOK_KEY).utility.verify(request.body.decode())
    User.objects.all().delete()
    return HttpResponse()


def validated_by_its_caller(request):
    if not payments.Validator(settings.HOOK_KEY).validate(request.build_absolute_uri(), request.META.get('HTTP_X_SIGNATURE', '')):
        return HttpResponse(status=403)
    User.objects.all().delete()
    return HttpResponse()


def counted(request):
    counters.increase(request.META.get('HTTP_X_SIGNATURE', ''))
    User.objects.all().delete()
    return HttpResponse()


def tried(request):
    accounts.Backend().authenticate(request, username=request.POST.get('username'))
    User.objects.all().delete()
    return HttpResponse()


def of_a_form(request):
    payments.validate(request.body)
    User.objects.all().delete()
    return HttpResponse()


def checked_afterwards(request):
    User.objects.all().delete()
    payments.verify(request.body)
    return HttpResponse()


class FromAbroad(BaseAuthentication):
    def authenticate(self, request):
        header = request.META.get('HTTP_AUTHORIZATION', '')
        if not header.startswith('Bearer '):
            return None
        try:
            claims = tokens.verify_id_token(header.split(' ')[1])
        except Exception:
            raise AuthenticationFailed('wrong token')
        return User.objects.get_or_create(username=claims['uid'])[0], None


class ForAnybody(BaseAuthentication):
    def authenticate(self, request):
        token = request.META.get('HTTP_AUTHORIZATION', '')[len('Bearer '):]
        if not token:
            return None
        counters.log.info('a token came', token=token)
        return User.objects.first(), token


class Signed(BaseAuthentication):
    def authenticate(self, request):
        header = request.META.get('HTTP_SIGNATURE') or request.META.get('HTTP_AUTHORIZATION') or ''
        return AnonymousUser(), payments.Receiver(settings.HOOK_KEY, header, request.build_absolute_uri(), content=request.body)


class Received(APIView):
    authentication_classes = [Signed]
    permission_classes = []

    def get(self, request):
        return Response([])


class Open(APIView):
    authentication_classes = [ForAnybody]
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])


class Notes(APIView):
    authentication_classes = [FromAbroad]
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])


VIEWS = [signed, signed_by_an_object, validated_by_its_caller, counted, tried, of_a_form, checked_afterwards]
urlpatterns = [path('notes/', Notes.as_view()), path('open/', Open.as_view()), path('received/', Received.as_view()), *(path(view.__name__ + '/', view) for view in VIEWS)]
`;

describe('a check in a library that is not there', () => {
  function judge(address: string, ...probes: readonly (typeof noToken)[]) {
    const root = folderWith({
      'manage.py': managePy('config.settings'),
      'config/__init__.py': '',
      'config/settings.py': SETTINGS,
      'app/__init__.py': '',
      'app/views.py': VIEWS,
    });
    const witness = loadSource({ root });
    const operation = witness.operations.find(({ path }) => path === address)!;
    return probes.map((probe) => witness.judge(operation, probe));
  }

  it.each([
    ['/signed/', 'payments.Hook.construct_event'],
    ['/signed_by_an_object/', 'payments.Client().utility.verify'],
    ['/validated_by_its_caller/', 'payments.Validator().validate'],
  ])('decides who gets in at %s', (address, name) => {
    const { verdict, reasons } = judge(address, noToken)[0]!;
    expect(verdict).toBe('unknown');
    expect(reasons.at(-1)!.text.replace(/'k'/, '')).toContain(`it depends on ${name}`);
  });

  it('is what an authenticator does with a header, whatever it is called', () => {
    const verdicts = judge('/received/', noToken, garbageToken);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
    expect(verdicts[0]!.reasons.at(-1)!.text).toContain('it depends on payments.Receiver');
  });

  it.each([
    ['/counted/', 'is given to no check'],
    ['/tried/', 'may be known to the next one'],
    ['/of_a_form/', 'is looked at for its form'],
    ['/checked_afterwards/', 'comes too late'],
  ])('is none at %s: what the caller sends %s', (address) => {
    expect(judge(address, noToken)[0]!.verdict).toBe('admits');
  });

  it('takes the right token, and may take a wrong one; a log takes none', () => {
    const verdicts = judge('/notes/', noToken, garbageToken, validToken);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['rejects', 'unknown', 'admits']);
    expect(judge('/open/', garbageToken)[0]!.verdict).toBe('admits');
    const others = PROBES.filter(({ sends }) => ['literal', 'tampered', 'made'].includes(sends.material) && sends.place === 'header');
    const heard = judge('/notes/', ...others).map(({ verdict }, i) => `${others[i]!.id} ${verdict}`);
    expect(heard.filter((line) => line.endsWith('admits'))).toEqual([]);
    expect(verdicts[1]!.reasons.at(-1)!.text).toContain('it depends on accounts_abroad.tokens.verify_id_token');
  });
});
