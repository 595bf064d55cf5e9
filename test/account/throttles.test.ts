/**
 * Whether passwords may be tried without end: the real Django is sent forty wrong ones, from as many addresses as a header can name, and
 * then the right one. The rule speaks where nothing stopped the guessing, and nowhere else.
 */
import { expect, test, vi } from 'vitest';
import { accountProject, ask, type Question, scan } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

const KIT = `from django.conf import settings
from django.contrib.auth import authenticate
from django.core.cache import cache
from rest_framework import throttling
from rest_framework.authtoken.models import Token
from rest_framework.authtoken.views import ObtainAuthToken, obtain_auth_token
from rest_framework_simplejwt.views import TokenObtainPairView
from kit import *

`;
/** A handler of the project's own; LINE stands in front of the check. */
const own = (line = '', policy = ''): string => `
class Desk(APIView):
    permission_classes = []
    authentication_classes = []
${policy}
    def post(self, request):
${line}
        user = authenticate(request, username=request.data.get('username'), password=request.data.get('password'))
        if user is None:
            return Response({'detail': 'no'}, status=400)
        return Response({'token': Token.objects.get_or_create(user=user)[0].key})
`;
const RATES = (rates: string, more = ''): string => `REST_FRAMEWORK = {'DEFAULT_THROTTLE_RATES': ${rates}, ${more}}\n`;
const AXES = `INSTALLED_APPS = [*INSTALLED_APPS, 'axes']
AUTHENTICATION_BACKENDS = ['axes.backends.AxesStandaloneBackend', 'django.contrib.auth.backends.ModelBackend']
MIDDLEWARE = [*MIDDLEWARE, 'axes.middleware.AxesMiddleware']
AXES_IPWARE_META_PRECEDENCE_ORDER = ['REMOTE_ADDR']
`;

interface Guess {
  readonly name: string;
  readonly views: string;
  readonly settings?: string;
  /** The view at /desk/; default the class Desk. */
  readonly at?: string;
  /** Sent with each guess. */
  readonly headers?: Question['headers'];
  /** The weakness that the rule names; none where the guessing is stopped. */
  readonly weak?: RegExp;
}

const GUESSES: readonly Guess[] = [
  { name: "SimpleJWT's view", views: '', at: 'TokenObtainPairView.as_view()', weak: /no throttle/ },
  {
    name: 'obtain_auth_token, which sets no throttle of its own, whatever the default',
    views: '',
    at: 'obtain_auth_token',
    settings: RATES("{'anon': '5/min'}", "'DEFAULT_THROTTLE_CLASSES': ['rest_framework.throttling.AnonRateThrottle'], 'NUM_PROXIES': 0"),
    weak: /throttle_classes of ObtainAuthToken/,
  },
  {
    name: 'a default throttle',
    views: own(),
    settings: RATES("{'anon': '5/min'}", "'DEFAULT_THROTTLE_CLASSES': ['rest_framework.throttling.AnonRateThrottle'], 'NUM_PROXIES': 0"),
  },
  {
    name: 'a default throttle whose rate is None',
    views: own(),
    settings: RATES("{'anon': None}", "'DEFAULT_THROTTLE_CLASSES': ['rest_framework.throttling.AnonRateThrottle'], 'NUM_PROXIES': 0"),
    weak: /counts nothing here/,
  },
  {
    name: 'ScopedRateThrottle on a view without a scope',
    views: own('', '    throttle_classes = [throttling.ScopedRateThrottle]\n'),
    settings: RATES("{'login': '5/min'}", "'NUM_PROXIES': 0"),
    weak: /counts nothing here/,
  },
  {
    name: 'a scope that no throttle reads',
    views: own('', "    throttle_scope = 'login'\n"),
    settings: RATES("{'login': '5/min'}", "'NUM_PROXIES': 0"),
    weak: /no throttle/,
  },
  {
    name: 'ScopedRateThrottle and its scope',
    views: own('', "    throttle_classes = [throttling.ScopedRateThrottle]\n    throttle_scope = 'login'\n"),
    settings: RATES("{'login': '5/min'}", "'NUM_PROXIES': 0"),
  },
  {
    name: 'a scope that get_throttles sets',
    views: own(
      '',
      `    throttle_classes = [throttling.ScopedRateThrottle]

    def get_throttles(self):
        self.throttle_scope = 'login'
        return super().get_throttles()
`,
    ),
    settings: RATES("{'login': '5/min'}", "'NUM_PROXIES': 0"),
  },
  {
    name: 'a throttle that counts by X-Forwarded-For',
    views: own('', "    throttle_classes = [throttling.ScopedRateThrottle]\n    throttle_scope = 'login'\n"),
    settings: RATES("{'login': '5/min'}"),
    weak: /NUM_PROXIES is not set/,
  },
  {
    name: 'a throttle that counts by the name that is tried',
    views: `
class ByName(throttling.SimpleRateThrottle):
    rate = '5/min'

    def get_cache_key(self, request, view):
        return f"login-{request.data.get('username')}"

${own('', '    throttle_classes = [ByName]\n')}`,
  },
  {
    name: 'a throttle that a caller with a token is not counted by',
    views: own('', '    authentication_classes = [TokenAuthentication]\n    throttle_classes = [throttling.AnonRateThrottle]\n').replace(
      '    authentication_classes = []\n',
      '',
    ),
    settings: RATES("{'anon': '5/min'}", "'NUM_PROXIES': 0"),
    headers: { Authorization: 'Token $TOKEN' },
    weak: /AnonRateThrottle does not count who is logged in/,
  },
  {
    name: 'a rate that lets everything through',
    views: own('', "    throttle_classes = [throttling.ScopedRateThrottle]\n    throttle_scope = 'login'\n"),
    settings: RATES("{'login': '500/min'}", "'NUM_PROXIES': 0"),
    weak: /more than 30 attempts a minute/,
  },
  {
    name: 'check_throttles does nothing',
    views: own(
      '',
      `    throttle_classes = [throttling.ScopedRateThrottle]
    throttle_scope = 'login'

    def check_throttles(self, request):
        pass
`,
    ),
    settings: RATES("{'login': '5/min'}", "'NUM_PROXIES': 0"),
    weak: /counts nothing here/,
  },
  {
    name: 'an own throttle that counts in the cache',
    views: `
class Few(throttling.BaseThrottle):
    def allow_request(self, request, view):
        seen = cache.get('seen', 0)
        cache.set('seen', seen + 1, 60)
        return seen < 5

${own('', '    throttle_classes = [Few]\n')}`,
  },
  {
    name: 'an own throttle that lets everybody pass',
    views: `
class Any(throttling.BaseThrottle):
    def allow_request(self, request, view):
        return True

${own('', '    throttle_classes = [Any]\n')}`,
    weak: /counts nothing here/,
  },
  {
    name: 'the handler counts in the cache',
    views: own(`        key = f"attempts:{request.data.get('username')}"
        if cache.get(key, 0) >= 5:
            return Response({'detail': 'later'}, status=403)
        cache.set(key, cache.get(key, 0) + 1, 60)`),
  },
  {
    name: 'django-axes locks out',
    views: own(),
    settings: AXES,
  },
  {
    name: 'django-axes, switched off',
    views: own(),
    settings: `${AXES}AXES_ENABLED = False\n`,
    weak: /no throttle/,
  },
  {
    name: 'django-axes where the handler compares the password itself',
    views: own()
      .replace(
        "authenticate(request, username=request.data.get('username'), password=request.data.get('password'))",
        "User.objects.filter(username=request.data.get('username')).first()",
      )
      .replace('if user is None:', "if user is None or not user.check_password(request.data.get('password')):"),
    settings: AXES,
    weak: /no throttle/,
  },
  {
    name: 'django-ratelimit in front',
    views: `from django_ratelimit.decorators import ratelimit\n${own().replace(
      '    def post',
      "    @method_decorator(ratelimit(key='ip', rate='5/m', block=True))\n    def post",
    )}`,
  },
  {
    name: 'django-ratelimit that only leaves a word, and nobody reads it',
    views: `from django_ratelimit.decorators import ratelimit\n${own().replace(
      '    def post',
      "    @method_decorator(ratelimit(key='ip', rate='5/m', block=False))\n    def post",
    )}`,
    weak: /no throttle/,
  },
  {
    name: 'django-ratelimit that leaves a word, and the handler reads it',
    views: `from django_ratelimit.decorators import ratelimit\n${own(
      '        if request.limited:\n            return Response(status=429)',
    ).replace('    def post', "    @method_decorator(ratelimit(key='ip', rate='5/m', block=False))\n    def post")}`,
  },
];

const body = (password: string) => ({ username: '$USER', password });

test.each(GUESSES)('$name', async ({ views, settings = '', at = 'Desk.as_view()', headers = {}, weak }) => {
  const folder = accountProject(`${KIT}${views}\nurlpatterns = [path('desk/', ${at})]\n`, settings);
  const [guesses, right] = await ask(folder, [
    { method: 'POST', path: '/desk/', body: body('wrong'), headers, times: 40, rotate: 'X-Forwarded-For' },
    { method: 'POST', path: '/desk/', body: body('$PASSWORD'), headers, rotate: 'X-Forwarded-For' },
  ]);
  const stopped = guesses!.statuses.some((status) => status === 429) || right!.statuses[0] !== 200;
  expect(stopped).toBe(weak === undefined);
  const { findings } = await scan(folder);
  const told = findings.filter(({ rule }) => rule.id === 'missing-throttle').map(({ cause }) => cause);
  expect(told).toEqual(weak ? [expect.stringMatching(weak)] : []);
});

test('what counts in front of Django is taken from the configuration, and an entry that covers nothing is told', async () => {
  const folder = accountProject(`${KIT}urlpatterns = [path('desk/', TokenObtainPairView.as_view())]\n`);
  const { findings, problems } = await scan(folder, { proxyThrottle: ['POST /desk/', 'POST /door/'] });
  expect(findings.map(({ rule }) => rule.id)).toEqual([]);
  expect(problems.map(({ text }) => text)).toContain('proxy-throttle: no operation is POST /door/; remove it');
});
