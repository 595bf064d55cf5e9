/**
 * Which operations are there for those who have no token: by what their handlers ask for. The real Django shows of each entrance that a
 * wrong password gets nothing, and of each operation that only looks like one that it does.
 */
import { expect, test, vi } from 'vitest';
import { type Answer, accountProject, ask, type Question, scan } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

const KIT = `from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.tokens import default_token_generator
from rest_framework.authtoken.models import Token
from kit import *
`;
const WRONG: Question = { method: 'POST', path: '/desk/', body: { username: '$USER', password: 'wrong', note: 'x' } };
const RIGHT: Question = { ...WRONG, body: { username: '$USER', password: '$PASSWORD', note: 'x' } };

/** Handlers that ask for a password and do nothing without the right one. */
const ENTRANCES: Record<string, string> = {
  'a handler that calls authenticate': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            return Response({'detail': 'no'}, status=400)
        return Response({'token': Token.objects.get_or_create(user=user)[0].key})
`,
  'a serializer that calls authenticate': `
class Credentials(serializers.Serializer):
    username = serializers.CharField()
    password = serializers.CharField()

    def validate(self, attrs):
        user = authenticate(**attrs)
        if not user:
            raise serializers.ValidationError('no')
        return {'user': user}


class Desk(generics.GenericAPIView):
    permission_classes = [AllowAny]
    serializer_class = Credentials

    def post(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        token, _ = Token.objects.get_or_create(user=serializer.validated_data['user'])
        return Response({'token': token.key})
`,
  'check_password of a user who was looked up by the name': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        user = User.objects.filter(username=request.data.get('username')).first()
        if user is None or not user.check_password(request.data.get('password')):
            raise AuthenticationFailed('no')
        return Response({'token': Token.objects.get_or_create(user=user)[0].key})
`,
  'a failed attempt is written down': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            User.objects.filter(username=request.data.get('username')).update(last_name='failed')
            return Response({'detail': 'no'}, status=401)
        return Response({'token': Token.objects.get_or_create(user=user)[0].key})
`,
  'a plain function': `
@csrf_exempt
def desk(request):
    if request.method != 'POST':
        return JsonResponse({'detail': 'POST'}, status=405)
    import json
    data = json.loads(request.body)
    user = authenticate(request, username=data.get('username'), password=data.get('password'))
    if user is None:
        return JsonResponse({'detail': 'no'}, status=400)
    login(request, user)
    return JsonResponse({'name': user.get_username()})
`,
};

/** Handlers that a password is mentioned in, and that give or do something without the right one. */
const NO_ENTRANCES: Record<string, string> = {
  'the result is not looked at': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        return Response({'names': [user.username for user in User.objects.all()]}, status=201)
`,
  'a password is only asked for when one is sent': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        if 'pin' in request.data:
            if authenticate(request, username=request.data.get('username'), password=request.data.get('pin')) is None:
                return Response(status=400)
        User.objects.filter(username='bob').update(last_name=request.data.get('note'))
        return Response({'saved': True}, status=201)
`,
  'the note is saved before the password is asked for': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        if request.data.get('note'):
            User.objects.filter(username='bob').update(last_name=request.data['note'])
            return Response({'saved': True}, status=201)
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            return Response(status=400)
        return Response({'token': Token.objects.get_or_create(user=user)[0].key})
`,
  'the password is that of the service itself': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        user = authenticate(request, username='ada', password=getattr(settings, 'SERVICE_PASSWORD', 'right-Horse-7'))
        if user is None:
            return Response(status=400)
        return Response({'names': [one.username for one in User.objects.all()]}, status=201)
`,
  'the refusal is swallowed': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        try:
            if authenticate(request, username=request.data.get('username'), password=request.data.get('password')) is None:
                raise AuthenticationFailed('no')
        except Exception:
            pass
        return Response({'names': [one.username for one in User.objects.all()]}, status=201)
`,
  'a word in the query lets pass': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None and 'note' not in request.data:
            return Response(status=400)
        return Response({'names': [one.username for one in User.objects.all()]}, status=201)
`,
  'a backend takes the name alone': `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            return Response(status=400)
        return Response({'token': Token.objects.get_or_create(user=user)[0].key}, status=201)
`,
};
const BY_NAME = `
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User


class ByName(ModelBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        return User.objects.filter(username=username).first()
`;

const urls = (views: string): string =>
  `${KIT}${views}\nurlpatterns = [path('desk/', ${/^def desk/m.test(views) ? 'desk' : 'Desk.as_view()'})]\n`;
const granted = ({ statuses }: Answer): boolean => statuses[0]! < 300;

test.each(Object.entries(ENTRANCES))('open on purpose: %s', async (_, views) => {
  const folder = accountProject(urls(views));
  const [wrong, right] = await ask(folder, [WRONG, RIGHT]);
  expect([granted(wrong!), granted(right!)]).toEqual([false, true]);
  const { matrix, findings } = await scan(folder);
  const row = matrix.rows.find(({ path }) => path === '/desk/')!;
  expect(row.intendedPublic?.why).toBe('it asks for a password');
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass')).toEqual([]);
});

const SECRET = `
class Desk(APIView):
    permission_classes = []

    def post(self, request):
        invitation = Token.objects.filter(key=request.data.get('note')).first()
        if invitation is None:
            return Response({'detail': 'no'}, status=404)
        return Response({'invited by': invitation.user.username})
`;

test('open on purpose: a look-up by a secret that the caller has to know', async () => {
  const folder = accountProject(urls(SECRET));
  const [wrong, right] = await ask(folder, [WRONG, { ...WRONG, body: { note: '$TOKEN' } }]);
  expect([granted(wrong!), granted(right!)]).toEqual([false, true]);
  const { matrix, findings } = await scan(folder);
  expect(matrix.rows.find(({ path }) => path === '/desk/')!.intendedPublic?.why).toBe('it asks for a secret');
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass')).toEqual([]);
});

const RENEWS = `
import jwt


class Login(APIView):
    permission_classes = []

    def post(self, request):
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            return Response(status=400)
        return Response({'token': jwt.encode({'name': user.username}, settings.SECRET_KEY, algorithm='HS256')})


class Desk(APIView):
    permission_classes = []

    def post(self, request):
        try:
            payload = jwt.decode(request.data.get('note'), settings.SECRET_KEY, algorithms=['HS256'])
        except jwt.InvalidTokenError:
            return Response({'detail': 'no'}, status=401)
        return Response({'token': jwt.encode(payload, settings.SECRET_KEY, algorithm='HS256')})


urlpatterns = [path('enter/', Login.as_view()), path('desk/', Desk.as_view())]
`;
const LOGIN: Question = { ...RIGHT, path: '/enter/', keep: 'token' };

test('open on purpose: a token in the body whose signature is asked for', async () => {
  const folder = accountProject(KIT + RENEWS);
  const [wrong, , right] = await ask(folder, [WRONG, LOGIN, { ...WRONG, body: { note: '$KEPT' } }]);
  expect([granted(wrong!), granted(right!)]).toEqual([false, true]);
  const { matrix, findings } = await scan(folder);
  expect(matrix.rows.find(({ path }) => path === '/desk/')!.intendedPublic?.why).toBe('it asks for a secret');
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass')).toEqual([]);
});

test('open all the same: a token in the body whose signature is not asked for', async () => {
  const lax = RENEWS.replace(
    "request.data.get('note'), settings.SECRET_KEY, algorithms=['HS256']",
    "request.data.get('note'), options={'verify_signature': False}",
  );
  const { findings } = await scan(accountProject(KIT + lax));
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass').map(({ rule }) => rule.id)).toEqual(['open-operation']);
});

test('open on purpose: views that renew and test a token of Simple JWT, whatever their address', async () => {
  const folder = accountProject(`${KIT}
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView, TokenVerifyView

urlpatterns = [path('enter/', TokenObtainPairView.as_view()), path('desk/', TokenRefreshView.as_view()), path('look/', TokenVerifyView.as_view())]
`);
  const [none, wrong, login, right] = await ask(folder, [
    { ...WRONG, body: {} },
    { ...WRONG, body: { refresh: 'x.y.z' } },
    { ...LOGIN, keep: 'refresh' },
    { ...WRONG, body: { refresh: '$KEPT' } },
  ]);
  expect([none!.statuses, wrong!.statuses, login!.statuses, right!.statuses]).toEqual([[400], [401], [200], [200]]);
  const { matrix, findings } = await scan(folder);
  const open = ['/desk/', '/look/'].map((path) => matrix.rows.find((row) => row.path === path)!.intendedPublic?.why);
  expect(open).toEqual(['it asks for a secret', 'it asks for a secret']);
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass')).toEqual([]);
});

test('open all the same: who does not know the secret gets the answer, too', async () => {
  const folder = accountProject(urls(SECRET.replace("{'detail': 'no'}, status=404", "{'invited by': 'nobody'}")));
  const [wrong] = await ask(folder, [WRONG]);
  expect(granted(wrong!)).toBe(true);
  const { findings } = await scan(folder);
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass').map(({ rule }) => rule.id)).toEqual(['open-operation']);
});

test.each(Object.entries(NO_ENTRANCES))('open all the same: %s', async (name, views) => {
  const backend = name.startsWith('a backend');
  const folder = accountProject(
    urls(views),
    backend ? "AUTHENTICATION_BACKENDS = ['app.backends.ByName']\n" : '',
    backend ? { 'app/backends.py': BY_NAME } : {},
  );
  const [wrong] = await ask(folder, [WRONG]);
  expect(granted(wrong!)).toBe(true);
  const { matrix, findings } = await scan(folder);
  expect(matrix.rows.find(({ path }) => path === '/desk/')!.intendedPublic).toBeNull();
  expect(findings.filter(({ rule, gates }) => gates && rule.family === 'bypass').map(({ rule }) => rule.id)).toEqual(['open-operation']);
});

test('an entrance that relies on the default is worth a word, not an alarm', async () => {
  const views = ENTRANCES['a handler that calls authenticate']!.replace('    permission_classes = []\n', '');
  const { findings } = await scan(accountProject(urls(views)));
  const bypasses = findings.filter(({ rule }) => rule.family === 'bypass');
  expect(bypasses.map(({ rule, severity }) => `${severity} ${rule.id}`)).toEqual(['medium no-default-permission']);
});

test("Django's own views for those who are not logged in, whatever their address and method", async () => {
  const folder = accountProject(
    `${KIT}
from django.contrib.auth import views

urlpatterns = [
    path('who/', include('rest_framework.urls')),
    path('desk/', include('django.contrib.auth.urls')),
]
`,
    "TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True, 'OPTIONS': {'context_processors': ['django.template.context_processors.request', 'django.contrib.auth.context_processors.auth']}}]\n",
  );
  const form = { path: '/who/login/', form: true } as const;
  const [post, put, right] = await ask(folder, [
    { ...form, method: 'POST', body: { username: '$USER', password: 'wrong' } },
    { ...form, method: 'PUT', body: { username: '$USER', password: '$PASSWORD' } },
    { ...form, method: 'POST', body: { username: '$USER', password: '$PASSWORD', next: '/desk/login/' } },
  ]);
  // Django takes the form from a POST only: a PUT is answered with the form once more.
  expect([post!.statuses, put!.statuses, right!.statuses]).toEqual([[200], [200], [302]]);
  const { matrix, findings } = await scan(folder);
  const open = matrix.rows.filter((row) => row.cells.get('no-token')?.predicted?.verdict === 'admits');
  expect(open.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['PUT /who/login/', 'POST /desk/password_reset/', 'GET /desk/reset/done/']),
  );
  expect(open.filter(({ intendedPublic }) => intendedPublic === null)).toEqual([]);
  expect(findings.filter(({ rule }) => rule.family === 'bypass')).toEqual([]);
});

test('views of libraries for strangers are open on purpose, unless the project wrote what they do', async () => {
  const mounted = `${KIT}
from django.http import JsonResponse
from django_registration.backends.activation.views import RegistrationView


class Own(RegistrationView):
    def post(self, request):
        return JsonResponse({'invoices': [1, 2, 3]})


urlpatterns = [
    path('all/', include('allauth.urls')),
    path('new/', include('django_registration.backends.activation.urls')),
    path('own/', Own.as_view()),
]
`;
  const { matrix, findings } = await scan(accountProject(mounted));
  const row = (id: string) => matrix.rows.find((one) => one.id === id)!;
  for (const id of ['PUT /all/login/', 'GET /all/signup/', 'PUT /new/register/'])
    expect(row(id).intendedPublic?.why, id).toMatch(/^it is the \w+ of (allauth|django_registration) for those who are not logged in$/);
  // Its form looks up what was mailed.
  expect(row('POST /new/activate/').intendedPublic?.why).toBe('it asks for a secret');
  expect(row('POST /own/').intendedPublic).toBeNull();
  // Without logins by code there is no page to ask for one: the log-in is where those without a code are sent (`_login_by_code_urlname`).
  expect(row('GET /all/login/code/confirm/').cells.get('no-token')?.predicted).toMatchObject({ verdict: 'rejects', status: 302 });
  const gates = findings.filter(({ rule, gates }) => gates && rule.family === 'bypass');
  expect(gates.flatMap(({ operations }) => operations)).toEqual(['POST /own/']);
});

test('a dispatch that hands on to Django is no matter, one that answers is', async () => {
  const views = (line: string): string => `${KIT}
from django.contrib.auth.views import LoginView, LogoutView
from django.views.decorators.http import require_POST


class Desk(LoginView):
    def dispatch(self, request, *args, **kwargs):
        ${line}
        return super().dispatch(request, *args, **kwargs)


@method_decorator(require_POST, name='dispatch')
class Leave(LogoutView):
    pass


urlpatterns = [path('desk/', Desk.as_view()), path('leave/', Leave.as_view())]
`;
  const openOf = async (line: string): Promise<string[]> => {
    const { findings } = await scan(accountProject(views(line)));
    return findings.filter(({ rule }) => rule.family === 'bypass').flatMap(({ operations }) => operations);
  };
  expect(await openOf("if request.user.is_authenticated:\n            return HttpResponse('you are in')")).toEqual([]);
  expect(
    (
      await openOf(
        "if request.GET.get('names'):\n            return JsonResponse({'names': [user.username for user in User.objects.all()]})",
      )
    ).sort(),
  ).toEqual(['GET /desk/', 'POST /desk/', 'PUT /desk/']);
});

test('a view of Django whose handler the project wrote is looked at like any other', async () => {
  const folder = accountProject(`${KIT}
from django.contrib.auth.views import LoginView


class Desk(LoginView):
    def get(self, request, *args, **kwargs):
        return JsonResponse({'names': [user.username for user in User.objects.all()]})


urlpatterns = [path('desk/', Desk.as_view())]
`);
  const [names] = await ask(folder, [{ method: 'GET', path: '/desk/' }]);
  expect(names!.body).toContain('ada');
  const { findings } = await scan(folder);
  expect(findings.flatMap(({ rule, operations }) => operations.map((operation) => `${rule.id} ${operation}`))).toContain(
    'open-operation GET /desk/',
  );
});

test('what the middleware writes at every request is no matter of a page, nor is what becomes of a form of the page that shows it', async () => {
  const folder = accountProject(
    `${KIT}
from django.contrib.auth.views import LoginView
from django.shortcuts import redirect


class Desk(LoginView):
    template_name = 'desk.html'

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = 401
        return response



def members(request):
    if not request.user.is_authenticated:
        return redirect('/desk/')
    return JsonResponse({})


def names(request):
    return JsonResponse({'names': [user.username for user in User.objects.all()]})


urlpatterns = [path('desk/', Desk.as_view()), path('members/', members), path('names/', names)]
`,
    `from pathlib import Path

MIDDLEWARE = [*MIDDLEWARE, 'app.count.count']
FOLDER = Path(__file__).resolve().parent.parent / 'templates'
TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': [FOLDER], 'APP_DIRS': True}]
LOGIN_URL = '/desk/'
`,
    {
      'templates/desk.html': '{{ form }}',
      'app/count.py': `from app.models import Profile


def count(get_response):
    def middleware(request):
        Profile.objects.update(nick='seen')
        return get_response(request)

    return middleware
`,
    },
  );
  const answers = await ask(
    folder,
    ['/desk/', '/members/', '/names/'].map((path) => ({ method: 'GET' as const, path })),
  );
  expect(answers.map(({ statuses }) => statuses[0])).toEqual([200, 302, 200]);
  const { findings } = await scan(folder);
  expect(findings.filter(({ rule }) => rule.family === 'bypass').flatMap(({ operations }) => operations)).toEqual(['* /names/']);
});
