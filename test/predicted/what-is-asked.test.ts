/** What an operation asks for in place of a token, where names and lengths may mislead. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const FIELDS = Array.from({ length: 40 }, (_, i) => `    field${i} = serializers.CharField(required=False, max_length=${i + 10})`).join(
  '\n',
);

const URLS = `
import jwt
from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import path
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView


def verify_token(token):
    try:
        return jwt.decode(token, settings.KEY, algorithms=['HS256'])
    except jwt.PyJWTError:
        return None


def renew(request):
    claims = verify_token(request.POST.get('refresh'))
    if claims is None:
        return JsonResponse({}, status=401)
    return JsonResponse({'access': jwt.encode({'sub': claims['sub']}, settings.KEY)})


class Application(serializers.Serializer):
${FIELDS}
    email = serializers.EmailField()
    password = serializers.CharField()

    def validate(self, attrs):
        for name, value in attrs.items():
            if name.startswith('field') and len(value.strip()) > 80:
                raise serializers.ValidationError('too long')
        user = User.objects.filter(email=attrs['email']).first()
        if user is None or not user.check_password(attrs['password']):
            raise serializers.ValidationError('no')
        return user


class Desk(APIView):
    permission_classes = []

    def post(self, request):
        serializer = Application(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response({'id': serializer.validated_data.pk})


def enter(request):
    if request.method == 'POST':
        form = AuthenticationForm(request, data=request.POST)
        if form.is_valid():
            login(request, form.get_user())
            return JsonResponse({'ok': True})
    else:
        form = AuthenticationForm(request)
    return render(request, 'enter.html', {'form': form})


class Login(forms.Form):
    name = forms.CharField()
    word = forms.CharField(widget=forms.PasswordInput)

    def clean(self):
        self.user = authenticate(username=self.cleaned_data.get('name'), password=self.cleaned_data.get('word'))
        if self.user is None:
            raise forms.ValidationError('no')


def page(request):
    form = Login(request.POST or None)
    if form.is_valid():
        login(request, form.user)
        return JsonResponse({'ok': True})
    return render(request, 'enter.html', {'form': form})


urlpatterns = [
    path('renew/', renew),
    path('desk/', Desk.as_view()),
    path('enter/', enter),
    path('page/', page),
]
`;

it('is no code that one guesses where a signature is looked at, and a password after many fields, or by a form', () => {
  const { facts } = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'config/__init__.py': '',
      'config/settings.py':
        "KEY = 'a key of some length, which nobody knows'\nROOT_URLCONF = 'config.urls'\nMIDDLEWARE = []\nINSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework']\n",
      'config/urls.py': URLS,
    }),
  });
  expect(facts.entrance!('* /renew/')?.asksFor).not.toBe('one-time code');
  for (const id of ['POST /desk/', '* /enter/', '* /page/']) expect(facts.entrance!(id)?.asksFor, id).toBe('password');
});

const DESK = `from django.contrib.auth.models import User
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView


class Desk(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        if not self.holds(request.data.get('phone'), request.data.get('otp')):
            return Response({'error': 'wrong'}, status=400)
        return Response({'token': User.objects.get(username=request.data.get('phone')).auth_token.key})
`;
const COUNTED = `from app.desk import Desk
from app.models import PhoneCode


class Counted(Desk):
    def holds(self, phone, otp):
        row = PhoneCode.objects.filter(user__username=phone).last()
        if row is None or row.attempts >= 5:
            return False
        if row.code != otp:
            row.attempts += 1
            row.save()
            return False
        return True
`;
const CODES = `
from django.contrib.auth.models import User
from django.core.cache import cache
from django.urls import path
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle
from rest_framework.views import APIView
from app.models import Invitation, PhoneCode, Station
from app.counted import Counted
from app.desk import Desk


class LookedUp(Desk):
    def holds(self, phone, otp):
        return PhoneCode.objects.filter(user__username=phone, code=otp).exists()


class Compared(Desk):
    def holds(self, phone, otp):
        row = PhoneCode.objects.filter(user__username=phone).last()
        return row is not None and row.code == otp


class Cached(Desk):
    def holds(self, phone, otp):
        kept = cache.get(f'otp_{phone}')
        return kept and str(kept) == str(otp)


class FivePerMinute(AnonRateThrottle):
    rate = '5/min'


class Throttled(Compared):
    throttle_classes = [FivePerMinute]


class AtStation(Desk):
    def holds(self, phone, otp):
        return Station.objects.filter(code=otp).exists()


class Invited(Desk):
    def holds(self, phone, otp):
        return Invitation.objects.filter(code=otp).exists()


urlpatterns = [path(f'{view.__name__.lower()}/', view.as_view()) for view in (LookedUp, Compared, Cached, Counted, Throttled, Invited, AtStation)]
`;

it('is a code that one guesses where it is short, whether it is looked up, compared or kept in a cache', () => {
  const { facts, operations, judge } = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'config/__init__.py': '',
      'config/settings.py':
        "ROOT_URLCONF = 'config.urls'\nMIDDLEWARE = []\nINSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework', 'rest_framework.authtoken', 'app']\n",
      'config/urls.py': CODES,
      'app/__init__.py': '',
      'app/desk.py': DESK,
      'app/counted.py': COUNTED,
      'app/models.py': `from django.contrib.auth.models import User
from django.db import models


class PhoneCode(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    code = models.CharField(max_length=6)
    attempts = models.IntegerField(default=0)


class Station(models.Model):
    code = models.CharField(max_length=6)


class Invitation(models.Model):
    code = models.CharField(max_length=64)
`,
    }),
  });
  const asked = operations.map(({ method, path }) => {
    const { asksFor, turnsAway, guessing } = facts.entrance!(`${method} ${path}`)!;
    const counted = guessing.counters.map(({ rate }) => rate).join() || (guessing.unknown === null ? 'never' : 'perhaps');
    return `${path} ${asksFor}, ${turnsAway ? 'closed' : 'open'}, counted ${counted}`;
  });
  expect(asked).toEqual([
    '/lookedup/ one-time code, closed, counted never',
    '/compared/ one-time code, closed, counted never',
    '/cached/ one-time code, closed, counted never',
    '/counted/ one-time code, closed, counted perhaps',
    '/throttled/ one-time code, closed, counted 5/min',
    '/invited/ secret, closed, counted never',
    '/atstation/ secret, closed, counted never',
  ]);
  expect(operations.map((operation) => judge(operation, noToken).verdict)).not.toContain('unknown');
});
