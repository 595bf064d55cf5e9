/**
 * Resets of forgotten passwords: bob has asked for one and tries it on ada's account, and tries his own once more. The real Django shows
 * what he gets; the source says the same, and nothing of the resets that hold.
 */
import { expect, test, vi } from 'vitest';
import { accountProject, ask, type Question, scan } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

const MODELS = `from django.conf import settings
from django.db import models


class ApiKey(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    key = models.CharField(max_length=64, unique=True)


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    nick = models.CharField(max_length=40, null=True)


class ResetLink(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="links")
    token = models.CharField(max_length=64, unique=True)
    used = models.BooleanField(default=False)
    asked = models.DateTimeField(auto_now_add=True)
`;
const SEED = `def run(user, other):
    from app.models import ResetLink
    from django.core.cache import cache

    ResetLink.objects.create(user=other, token='b0b0b0b0b0b0b0b0b0b0')
    cache.set('reset-bob@example.com', 'b0b0b0b0b0b0b0b0b0b0')
    return {'$MINE': 'b0b0b0b0b0b0b0b0b0b0'}
`;
const KIT = `from django.contrib.auth.tokens import default_token_generator
from django.core.cache import cache
from django.core.mail import send_mail
from django.shortcuts import get_object_or_404
from django.utils.crypto import get_random_string
from django.utils.encoding import force_bytes, force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from app.models import ResetLink
from kit import *


class Desk(APIView):
    permission_classes = []
    authentication_classes = []

    def post(self, request):
`;
const END = "\n\nurlpatterns = [path('desk/', Desk.as_view())]\n";
const SET = "\n        user.set_password(request.data['password'])\n        user.save()";
const DONE = '\n        return Response({})';

interface Reset {
  readonly name: string;
  /** Body of the handler. */
  readonly body: string;
  readonly told?: string;
  /** What bob can do. */
  readonly takesOver?: boolean;
  readonly twice?: boolean;
}

const RESETS: readonly Reset[] = [
  {
    name: "any token, and the user by the request's e-mail",
    body: `        link = ResetLink.objects.filter(token=request.data['token']).first()
        if link is None:
            return Response(status=400)
        user = User.objects.get(email=request.data['email'])${SET}
        link.delete()${DONE}`,
    told: 'critical any ResetLink will do: the User is chosen by email of the request',
    takesOver: true,
  },
  {
    name: 'the same with exists(), and the user by number',
    body: `        if not ResetLink.objects.filter(token=request.data['token'], used=False).exists():
            return Response(status=400)
        user = get_object_or_404(User, pk=force_str(urlsafe_base64_decode(request.data['uid'])))${SET}
        ResetLink.objects.filter(token=request.data['token']).update(used=True)${DONE}`,
    told: 'critical any ResetLink will do: the User is chosen by pk of the request',
    takesOver: true,
  },
  {
    name: 'nothing is asked for',
    body: `        user = User.objects.filter(email=request.data['email']).first()
        if user is None:
            return Response(status=404)${SET}${DONE}`,
    told: 'critical the password of whoever is named by email is set, and nothing is asked for',
    takesOver: true,
    twice: true,
  },
  {
    name: 'the token works once more',
    body: `        link = get_object_or_404(ResetLink, token=request.data['token'])
        user = link.user${SET}${DONE}`,
    told: 'medium the ResetLink is neither deleted nor marked after its use',
    twice: true,
  },
  {
    name: "the token's user, and it is deleted",
    body: `        link = get_object_or_404(ResetLink, token=request.data['token'])
        user = link.user${SET}
        link.delete()${DONE}`,
  },
  {
    name: "the token's user, fetched anew, and the token is marked",
    body: `        link = ResetLink.objects.filter(token=request.data['token'], used=False).first()
        if not link:
            return Response(status=400)
        user = User.objects.get(pk=link.user_id)${SET}
        link.used = True
        link.save()${DONE}`,
  },
  {
    name: 'token and e-mail are looked up together',
    body: `        link = ResetLink.objects.filter(token=request.data['token'], user__email=request.data['email']).first()
        if not link:
            return Response(status=400)
        user = User.objects.get(email=request.data['email'])${SET}
        user.links.all().delete()${DONE}`,
  },
  {
    name: 'the two are compared',
    body: `        link = get_object_or_404(ResetLink, token=request.data['token'])
        if link.user.email != request.data['email']:
            return Response(status=400)
        user = User.objects.get(email=request.data['email'])${SET}
        link.delete()${DONE}`,
  },
  {
    name: "Django's generator binds the token to the user",
    body: `        user = get_object_or_404(User, pk=force_str(urlsafe_base64_decode(request.data['uid'])))
        if not default_token_generator.check_token(user, request.data['token']):
            return Response(status=400)${SET}${DONE}`,
  },
  {
    name: 'a code that the cache holds for the e-mail',
    body: `        key = f"reset-{request.data['email']}"
        if cache.get(key) is None or cache.get(key) != request.data['token']:
            return Response(status=400)
        user = User.objects.get(email=request.data['email'])${SET}
        cache.delete(key)${DONE}`,
  },
  {
    name: 'the old password is asked for',
    body: `        user = get_object_or_404(User, email=request.data['email'])
        if not user.check_password(request.data['token']):
            return Response(status=400)${SET}${DONE}`,
  },
  {
    name: 'a new password is mailed',
    body: `        user = get_object_or_404(User, email=request.data['email'])
        send_mail('Your password', get_random_string(12), None, [user.email])${DONE}`,
  },
];

const attack: Question = {
  method: 'POST',
  path: '/desk/',
  body: { token: '$MINE', email: 'ada@example.com', uid: '$UID', password: 'stolen-Horse-9' },
};
const own = (password: string): Question => ({
  method: 'POST',
  path: '/desk/',
  body: { token: '$MINE', email: 'bob@example.com', uid: '$OTHERUID', password },
});

test.each(RESETS)('$name', async ({ body, told, takesOver = false, twice = false }) => {
  const folder = accountProject(`${KIT}${body}${END}`, '', { 'app/models.py': MODELS, 'app/seed_account.py': SEED });
  const [, stolen] = await ask(folder, [attack, { has: ['ada', 'stolen-Horse-9'] }]);
  expect(stolen!.body).toBe(takesOver ? 'True' : 'False');
  const [, , again] = await ask(folder, [own('first-Horse-1'), own('second-Horse-2'), { has: ['bob', 'second-Horse-2'] }]);
  expect(again!.body).toBe(twice ? 'True' : 'False');
  const { findings } = await scan(folder);
  const lines = findings.filter(({ rule }) => rule.id === 'reset-link').map(({ severity, cause }) => `${severity} ${cause}`);
  expect(lines).toEqual(told ? [told] : []);
});

test('a token that belongs into a mail stands in the answer', async () => {
  const views = (answer: string): string => `${KIT}        user = get_object_or_404(User, email=request.data['email'])
        token = default_token_generator.make_token(user)
        send_mail('Reset', f'https://example.com/reset/{token}', None, [user.email])
        return Response({${answer}})${END}`;
  const more = { 'app/models.py': MODELS };
  const told = async (answer: string): Promise<readonly unknown[]> => {
    const folder = accountProject(views(answer), '', more);
    const [given] = await ask(folder, [attack]);
    const { findings } = await scan(folder);
    return [
      /[a-z0-9]{6}-[0-9a-f]{32}/.test(given!.body),
      findings.filter(({ rule }) => rule.id === 'reset-link').map(({ cause }) => cause),
    ];
  };
  expect(await told("'sent': True, 'token': token")).toEqual([true, ['the answer holds the token that belongs into a mail']]);
  expect(await told("'link': f'/reset/{token}'")).toEqual([true, ['the answer holds the token that belongs into a mail']]);
  expect(await told("'sent': True")).toEqual([false, []]);
});

const TEMPLATES =
  "TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True, 'OPTIONS': {'context_processors': []}}]\nINSTALLED_APPS = [*INSTALLED_APPS, 'django.contrib.admin']\n";
const ANY_HOST = "ALLOWED_HOSTS = ['*']\n";
const ONE_HOST = "ALLOWED_HOSTS = ['example.com', 'testserver', 'evil.example']\n";
const OWN_MAIL = (link: string): string => `${KIT}        user = get_object_or_404(User, email=request.data['email'])
        token = default_token_generator.make_token(user)
        send_mail('Reset', f"Hello, follow {${link}}", None, [user.email])
        return Response({'sent': True})${END}`;
const DJANGO = (more: string): string =>
  `from django.contrib.auth import views\nfrom kit import *\n\nurlpatterns = [path('desk/', views.PasswordResetView.as_view(success_url='/', ${more})), path('desk/<uidb64>/<token>/', views.PasswordResetConfirmView.as_view(), name='password_reset_confirm')]\n`;

/** Whether the mail of the real project names the host of the attacker's request, and whether Unlatched tells where the list of hosts is open. */
test.each([
  ['build_absolute_uri', OWN_MAIL("request.build_absolute_uri(f'/reset/{token}')"), true],
  ['get_host', OWN_MAIL("'https://' + request.get_host() + '/reset/' + token"), true],
  ['a fixed domain', OWN_MAIL("f'https://example.com/reset/{token}'"), false],
  ['the host without a token', OWN_MAIL("request.build_absolute_uri('/help/')"), true],
  ["Django's own view", DJANGO(''), true],
  ["Django's own view with a domain", DJANGO("extra_email_context={'domain': 'example.com'}"), false],
])('a link by %s', async (name, views, follows) => {
  const form = { email: 'ada@example.com' };
  const request: Question = {
    method: 'POST',
    path: '/desk/',
    body: form,
    form: name.startsWith("Django's"),
    headers: { Host: 'evil.example' },
  };
  const told = async (hosts: string): Promise<readonly string[]> => {
    const folder = accountProject(views, `${TEMPLATES}${hosts}`, { 'app/models.py': MODELS });
    const [sent] = await ask(folder, [request]);
    expect(sent!.mails!.length).toBe(1);
    expect(sent!.mails![0]!.includes('//evil.example/')).toBe(follows);
    const { findings } = await scan(folder);
    return findings.filter(({ rule }) => rule.id === 'reset-link').map(({ severity, title }) => `${severity} ${title}`);
  };
  const telling = follows && !name.includes('without a token');
  expect(await told(ANY_HOST)).toEqual(telling ? ['high a reset link leads to where the attacker says'] : []);
  expect(await told(ONE_HOST)).toEqual([]);
});

test.each([
  ['the default of three days', '', false],
  ['a month', 'PASSWORD_RESET_TIMEOUT = 30 * 24 * 3600\n', true],
])('a token that is ten days old: %s', async (_, settings, late) => {
  const body = RESETS.find(({ name }) => name.startsWith("Django's generator"))!.body;
  const folder = accountProject(`${KIT}${body}${END}`, settings, { 'app/models.py': MODELS });
  const old: Question = { method: 'POST', path: '/desk/', body: { uid: '$UID', token: '$OLDRESET', password: 'late-Horse-4' } };
  const [, set] = await ask(folder, [old, { has: ['ada', 'late-Horse-4'] }]);
  expect(set!.body).toBe(late ? 'True' : 'False');
  const { findings } = await scan(folder);
  const causes = findings.filter(({ rule }) => rule.id === 'reset-link').map(({ severity, cause }) => `${severity} ${cause}`);
  expect(causes).toEqual(late ? ['medium PASSWORD_RESET_TIMEOUT is 30 days'] : []);
});

test('a serializer of another module', async () => {
  const serializer = `from rest_framework import serializers
from django.contrib.auth.models import User
from app.models import ResetLink


class Reset(serializers.Serializer):
    token = serializers.CharField()
    email = serializers.EmailField()
    password = serializers.CharField()

    def validate_token(self, value):
        if not ResetLink.objects.filter(token=value).exists():
            raise serializers.ValidationError('no')
        return value

    def save(self):
        user = User.objects.get(email=self.validated_data['email'])
        user.set_password(self.validated_data['password'])
        user.save()
        ResetLink.objects.filter(token=self.validated_data['token']).delete()
`;
  const views = `from app.reset import Reset
from kit import *


class Desk(generics.GenericAPIView):
    permission_classes = [AllowAny]
    authentication_classes = []
    serializer_class = Reset

    def post(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response({})
${END}`;
  const more = { 'app/models.py': MODELS, 'app/seed_account.py': SEED, 'app/reset.py': serializer };
  const folder = accountProject(views, '', more);
  const [, stolen] = await ask(folder, [attack, { has: ['ada', 'stolen-Horse-9'] }]);
  expect(stolen!.body).toBe('True');
  const { findings } = await scan(folder);
  expect(findings.filter(({ rule }) => rule.id === 'reset-link').map(({ cause, place }) => `${cause} ${place?.file}`)).toEqual([
    'any ResetLink will do: the User is chosen by email of the request app/reset.py',
  ]);
});

test.each([
  ['nothing but the name is asked for', '', ['the password of whoever is named by username is set, and nothing is asked for']],
  [
    'the old password is asked for',
    "        if not user.check_password(form.cleaned_data['token']):\n            return HttpResponse(status=403)\n",
    [],
  ],
])('a page with a form: %s', async (_, check, causes) => {
  const views = `from django import forms
from django.views import generic
from kit import *


class Reset(forms.Form):
    username = forms.CharField()
    token = forms.CharField(required=False)
    password = forms.CharField(widget=forms.PasswordInput)

    def clean_username(self):
        if not User.objects.filter(username=self.cleaned_data['username']).exists():
            raise forms.ValidationError('no such user')
        return self.cleaned_data['username']


class Desk(generic.FormView):
    form_class = Reset
    template_name = 'reset.html'
    success_url = '/'

    def form_valid(self, form):
        user = User.objects.get(username=form.cleaned_data.get('username'))
${check}        user.set_password(form.cleaned_data.get('password'))
        user.save()
        return super().form_valid(form)


urlpatterns = [path('desk/', csrf_exempt(Desk.as_view()))]
`;
  const folder = accountProject(views, '', { 'app/models.py': MODELS });
  const body = { username: 'ada', token: 'guess', password: 'stolen-Horse-9' };
  const [, stolen] = await ask(folder, [{ method: 'POST', path: '/desk/', body, form: true }, { has: ['ada', 'stolen-Horse-9'] }]);
  expect(stolen!.body).toBe(causes.length > 0 ? 'True' : 'False');
  const { findings } = await scan(folder);
  expect(findings.filter(({ rule }) => rule.id === 'reset-link').map(({ cause }) => cause)).toEqual(causes);
});
