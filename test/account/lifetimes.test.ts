/** How long tokens are valid: the real login hands one out, and the rule speaks where it lives long, at the place that says so. */
import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import { accountProject, ask, scan } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

const JWT_VIEWS = `from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.views import TokenObtainPairView
from kit import *

urlpatterns = [
    path('desk/', TokenObtainPairView.as_view()),
    path('notes/', Closed.as_view(authentication_classes=[JWTAuthentication])),
]
`;
const JWT_SETTINGS = (lines: string): string => `from datetime import timedelta\nSIMPLE_JWT = {\n${lines}}\n`;

const KNOX_VIEWS = `from knox.auth import TokenAuthentication as Knox
from knox.views import LoginView
from kit import *

urlpatterns = [
    path('desk/', LoginView.as_view(authentication_classes=[BasicAuthentication])),
    path('notes/', Closed.as_view(authentication_classes=[Knox])),
]
`;

/** An authenticator and a login of the project's own; PAYLOAD is what it signs, OPTIONS what it asks for. */
const own = (payload: string, options = ''): string => `import time
from datetime import datetime, timedelta, timezone

import jwt
from django.conf import settings
from django.contrib.auth import authenticate
from kit import *


class Own(BaseAuthentication):
    def authenticate(self, request):
        parts = get_authorization_header(request).split()
        if not parts:
            return None
        try:
            claims = jwt.decode(parts[1], settings.TOKEN_KEY, algorithms=['HS256']${options})
            return User.objects.get(pk=claims['user_id'], is_active=True), claims
        except (IndexError, KeyError, jwt.PyJWTError, User.DoesNotExist):
            raise AuthenticationFailed('no')

    def authenticate_header(self, request):
        return 'Bearer'


class Desk(APIView):
    permission_classes = []
    authentication_classes = []

    def post(self, request):
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            return Response(status=400)
        ${payload}


urlpatterns = [path('desk/', Desk.as_view()), path('notes/', Closed.as_view(authentication_classes=[Own]))]
`;
const SIGN = "return Response({'access': jwt.encode(payload, settings.TOKEN_KEY, algorithm='HS256')})";
const OWN_SETTINGS = "import os\nTOKEN_KEY = os.environ.get('TOKEN_KEY', 'k' * 40)\n";

interface Life {
  readonly name: string;
  readonly views: string;
  readonly settings: string;
  /** Days of the real token; Infinity where it has no end. */
  readonly days: number;
  readonly told: readonly string[];
}

const LIVES: readonly Life[] = [
  { name: "SimpleJWT's defaults", views: JWT_VIEWS, settings: '', days: 5 / 1440, told: [] },
  {
    name: 'an access token of a year',
    views: JWT_VIEWS,
    settings: JWT_SETTINGS("    'ACCESS_TOKEN_LIFETIME': timedelta(days=365),\n"),
    days: 365,
    told: ["high SIMPLE_JWT['ACCESS_TOKEN_LIFETIME'] is 365 days config/settings.py:4"],
  },
  {
    name: 'an access token of a week, worked out',
    views: JWT_VIEWS,
    settings: JWT_SETTINGS("    'AUTH_HEADER_TYPES': ('Bearer',),\n    'ACCESS_TOKEN_LIFETIME': timedelta(hours=24) * 7,\n"),
    days: 7,
    told: ["medium SIMPLE_JWT['ACCESS_TOKEN_LIFETIME'] is 7 days config/settings.py:5"],
  },
  {
    name: 'a day, and refresh tokens of a year that are good for one use',
    views: JWT_VIEWS,
    settings: JWT_SETTINGS(
      "    'ACCESS_TOKEN_LIFETIME': timedelta(days=1),\n    'REFRESH_TOKEN_LIFETIME': timedelta(days=365),\n    'ROTATE_REFRESH_TOKENS': True,\n    'BLACKLIST_AFTER_ROTATION': True,\n",
    ),
    days: 1,
    told: [],
  },
  {
    name: 'refresh tokens of a year',
    views: JWT_VIEWS,
    settings: JWT_SETTINGS("    'REFRESH_TOKEN_LIFETIME': timedelta(days=365),\n"),
    days: 5 / 1440,
    told: ["medium SIMPLE_JWT['REFRESH_TOKEN_LIFETIME'] is 365 days config/settings.py:4"],
  },
  {
    name: 'a token of the project without an end',
    views: own(`payload = {'user_id': user.pk, 'name': user.username}\n        ${SIGN}`),
    settings: OWN_SETTINGS,
    days: Number.POSITIVE_INFINITY,
    told: ['high the payload has no exp, and app.views.Own does not ask for one app/views.py:34'],
  },
  {
    name: 'the same in one line',
    views: own("return Response({'access': jwt.encode({'user_id': user.pk}, settings.TOKEN_KEY, algorithm='HS256')})"),
    settings: OWN_SETTINGS,
    days: Number.POSITIVE_INFINITY,
    told: ['high the payload has no exp, and app.views.Own does not ask for one app/views.py:33'],
  },
  {
    name: 'an end that is set afterwards',
    views: own(`payload = {'user_id': user.pk}\n        payload['exp'] = int(time.time()) + 600\n        ${SIGN}`),
    settings: OWN_SETTINGS,
    days: 600 / 86_400,
    told: [],
  },
  {
    name: 'an end in an hour',
    views: own(`payload = {'user_id': user.pk, 'exp': datetime.now(timezone.utc) + timedelta(hours=1)}\n        ${SIGN}`),
    settings: OWN_SETTINGS,
    days: 1 / 24,
    told: [],
  },
  {
    name: 'an end in a year',
    views: own(`payload = {'user_id': user.pk, 'exp': datetime.now(timezone.utc) + timedelta(days=365)}\n        ${SIGN}`),
    settings: OWN_SETTINGS,
    days: 365,
    told: ['high exp lies 365 days ahead app/views.py:34'],
  },
  {
    name: 'an end in a hundred days, under names and as a number',
    views: own(
      `until = datetime.now(timezone.utc) + timedelta(minutes=MINUTES)\n        payload = {'user_id': user.pk, 'exp': int(until.timestamp())}\n        ${SIGN}`,
    ).replace('class Own', 'MINUTES = 60 * 24 * 100\n\n\nclass Own'),
    settings: OWN_SETTINGS,
    days: 100,
    told: ['high exp lies 100 days ahead app/views.py:38'],
  },
  {
    name: 'an end in two days by the clock',
    views: own(`payload = {'user_id': user.pk, 'exp': int(time.time()) + 2 * 86400}\n        ${SIGN}`),
    settings: OWN_SETTINGS,
    days: 2,
    told: ['medium exp lies 2 days ahead app/views.py:34'],
  },
  {
    name: 'a name that is given twice',
    views: own(
      `life = timedelta(days=365)\n        if not user.is_superuser:\n            life = timedelta(hours=1)\n        payload = {'user_id': user.pk, 'exp': datetime.now(timezone.utc) + life}\n        ${SIGN}`,
    ),
    settings: OWN_SETTINGS,
    days: 1 / 24,
    told: [],
  },
  {
    name: 'a month for a token that says it is for refreshing',
    views: own(
      `payload = {'user_id': user.pk, 'type': 'refresh', 'exp': datetime.now(timezone.utc) + timedelta(days=30)}\n        ${SIGN}`,
    ),
    settings: OWN_SETTINGS,
    days: 30,
    told: [],
  },
];

const login = { method: 'POST', path: '/desk/', body: { username: '$USER', password: '$PASSWORD' }, keep: 'access' } as const;
const lines = ({ findings }: Awaited<ReturnType<typeof scan>>): string[] =>
  findings
    .filter(({ rule, severity }) => rule.id === 'token-lifetime' && severity !== 'info')
    .map(({ severity, cause, place }) => `${severity} ${cause} ${place?.file}:${place?.line}`);

test.each(LIVES)('$name', async ({ views, settings, days, told }) => {
  const folder = accountProject(views, settings);
  const [given, notes] = await ask(folder, [login, { method: 'GET', path: '/notes/', headers: { Authorization: 'Bearer $KEPT' } }]);
  expect([given!.statuses, notes!.statuses]).toEqual([[200], [200]]);
  const claims = JSON.parse(Buffer.from(JSON.parse(given!.body).access.split('.')[1], 'base64url').toString('utf8'));
  const real = claims.exp === undefined ? Number.POSITIVE_INFINITY : (claims.exp - Date.now() / 1000) / 86_400;
  expect(Number.isFinite(real) ? Math.abs(real - days) < 0.01 : real === days).toBe(true);
  expect(lines(await scan(folder))).toEqual(told);
});

test('an authenticator that asks for an end takes no token without one', async () => {
  const folder = accountProject(own(`payload = {'user_id': user.pk}\n        ${SIGN}`, ", options={'require': ['exp']}"), OWN_SETTINGS);
  const [, notes] = await ask(folder, [login, { method: 'GET', path: '/notes/', headers: { Authorization: 'Bearer $KEPT' } }]);
  expect(notes!.statuses).toEqual([401]);
  expect(lines(await scan(folder))).toEqual([]);
});

test.each([
  ['None', null, ["medium REST_KNOX['TOKEN_TTL'] is None: the tokens never end config/settings.py:4"]],
  ['timedelta(hours=8)', expect.any(String), []],
])('knox with a TOKEN_TTL of %s', async (value, expiry, told) => {
  const settings = `from datetime import timedelta\nINSTALLED_APPS = [*INSTALLED_APPS, 'knox']\nREST_KNOX = {'TOKEN_TTL': ${value}}\n`;
  const folder = accountProject(KNOX_VIEWS, settings);
  const basic = `Basic ${Buffer.from('ada:right-Horse-7').toString('base64')}`;
  const [given] = await ask(folder, [{ method: 'POST', path: '/desk/', headers: { Authorization: basic } }]);
  expect(JSON.parse(given!.body)).toMatchObject({ expiry });
  expect(lines(await scan(folder))).toEqual(told);
});

test('tokens of rest_framework.authtoken are told for information, once', async () => {
  const folder = accountProject(
    'from kit import *\nurlpatterns = [*authenticated_by(TokenAuthentication), path("more/", Closed.as_view(authentication_classes=[TokenAuthentication]))]\n',
  );
  const { findings } = await scan(folder);
  expect(findings.filter(({ rule }) => rule.id === 'token-lifetime').map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    expect.stringMatching(/^info 4 operations take tokens/),
  ]);
});

test('a token of the run is looked at without a request, and the secret of a setting is named, unless it was given for the run', async () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const key = 'marker-key-of-the-lifetimes-test';
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ user_id: 1, iat: 1_800_000_000, token_type: 'access' })}`;
  const token = `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  const views = JWT_VIEWS.replace("    path('desk/', TokenObtainPairView.as_view()),\n", '');
  const settings = "import os\nSIMPLE_JWT = {'SIGNING_KEY': os.environ.get('SIGNING', 'marker-key-of-the-lifetimes-test')}\n";
  const told = async (env: Readonly<Record<string, string>>): Promise<string[]> => {
    const { findings } = await scan(accountProject(views, settings), { tokens: [{ scheme: null, secret: new Secret(token) }], env });
    expect(JSON.stringify(findings)).not.toContain(key);
    return findings.map(({ rule, confidence, operations }) => `${rule.id} ${confidence} ${operations.length}`);
  };
  expect(await told({})).toEqual(['known-signing-key certain 2', 'token-lifetime certain 0']);
  expect(await told({ SIGNING: key })).toEqual(['token-lifetime certain 0']);
});
