"""Sends the same requests through the real Django REST framework and through the stub of it, and prints the statuses.

Both run on CPython and on the real Django; only `rest_framework` and `rest_framework_simplejwt` differ.
Usage: behave.py real | behave.py stub STUBS_FOLDER. Prints {"scenario": [status or exception name, ...]}.
"""
import base64
import hashlib
import hmac
import json
import sys
import time
import types


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))


def make_token(claims, key, algorithm='HS256'):
    signed = '.'.join([b64(json.dumps({'alg': algorithm, 'typ': 'JWT'}).encode()), b64(json.dumps(claims).encode())])
    return signed + '.' + (b64(hmac.digest(key.encode(), signed.encode(), hashlib.sha256)) if algorithm != 'none' else '')


class Opaque:
    """Anything at all: what `_unlatched` gives where a value does not matter."""

    def __init__(self, reason):
        pass

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __getitem__(self, key):
        return self

    def __add__(self, other):
        return self


def jwt_part(token, index):
    try:
        text = token.decode() if isinstance(token, bytes) else token
        part = json.loads(unb64(text.split('.')[index]))
        return part if text.count('.') == 2 and isinstance(part, dict) else None
    except Exception:
        return None


def jwt_verify(token, key, algorithms):
    header = jwt_part(token, 0)
    if header is None or jwt_part(token, 1) is None:
        return 'malformed'
    if header.get('alg') not in algorithms:
        return 'bad-algorithm'
    text = token.decode() if isinstance(token, bytes) else token
    signed, _, signature = text.rpartition('.')
    return 'ok' if signature == b64(hmac.digest(key.encode(), signed.encode(), hashlib.sha256)) else 'bad-signature'


def use_stubs(folder):
    import importlib
    import importlib.metadata

    import django

    fake = types.ModuleType('_unlatched')
    fake.DJANGO_VERSION = django.VERSION[:3]
    fake.DRF_VERSION = tuple(int(part) for part in importlib.metadata.version('djangorestframework').split('.'))
    fake.DRF_VERSION_IS_SAID = True
    fake.opaque = fake.world = fake.attacker = fake.secret = Opaque
    fake.import_module = importlib.import_module
    fake.is_known = lambda value: not isinstance(value, Opaque)
    fake.is_missing = lambda value: isinstance(value, Opaque)
    fake.members_with = lambda cls, name: sorted(dir(cls))
    fake.own_members_with = lambda cls, name: list(vars(cls))
    fake.own_missing_fields = lambda cls: []
    fake.effect = lambda kind, text: None
    fake.assume = lambda text: None
    fake.counts_attempts = lambda name, rate, key: None
    fake.remembered = lambda func, *given: func(*given)
    fake.row_found = lambda row, filters: None
    fake.gives_away = lambda data: None
    fake.mails = lambda texts: None
    fake.request_body = dict
    fake.db_instance = lambda model, filters: Opaque('instance')
    fake.jwt_verify = jwt_verify
    fake.jwt_header = lambda token: jwt_part(token, 0)
    fake.jwt_payload = lambda token: jwt_part(token, 1)
    sys.modules['_unlatched'] = fake
    for distribution in ('djangorestframework', 'djangorestframework-simplejwt', 'PyJWT'):
        sys.path.insert(0, f'{folder}/{distribution}')


KEY = 'k' * 40
urlpatterns = []


def set_up():
    from django.conf import settings

    settings.configure(
        SECRET_KEY=KEY,
        ALLOWED_HOSTS=['*'],
        INSTALLED_APPS=['django.contrib.auth', 'django.contrib.contenttypes', 'rest_framework', 'rest_framework.authtoken'],
        DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}},
        ROOT_URLCONF=__name__,
        DEFAULT_AUTO_FIELD='django.db.models.AutoField',
        PASSWORD_HASHERS=['django.contrib.auth.hashers.MD5PasswordHasher'],
        SIMPLE_JWT={'USER_ID_CLAIM': 'sub'},
        USE_TZ=True,
    )
    import django

    django.setup()
    from django.apps import apps
    from django.db import connection

    with connection.schema_editor() as editor:
        for model in (model for model in apps.get_models() if not model._meta.proxy):
            editor.create_model(model)


def scenarios():
    """Views by name; each is a function from an HttpRequest to a response, called with `pk=1`."""
    from django.contrib.auth.mixins import LoginRequiredMixin
    from django.contrib.auth.models import AnonymousUser, User
    from rest_framework import authentication, exceptions, generics, permissions, routers, throttling, viewsets
    from rest_framework.decorators import action, api_view, authentication_classes, permission_classes
    from rest_framework.response import Response
    from rest_framework.views import APIView
    from rest_framework_simplejwt.authentication import JWTAuthentication, JWTStatelessUserAuthentication
    from rest_framework_simplejwt.views import token_verify  # noqa: F401

    views = {}
    token_auth = authentication.TokenAuthentication
    basic = authentication.BasicAuthentication
    session = authentication.SessionAuthentication

    class Bearer(token_auth):
        keyword = 'Bearer'

    class SaysNothing(authentication.BaseAuthentication):
        def authenticate(self, request):
            return (AnonymousUser(), None)

    class NoneNone(authentication.BaseAuthentication):
        def authenticate(self, request):
            return (None, None)

    class Refuses(authentication.BaseAuthentication):
        def authenticate(self, request):
            raise exceptions.AuthenticationFailed('no')

    class Forbids(authentication.BaseAuthentication):
        def authenticate(self, request):
            raise exceptions.PermissionDenied('no')

    class Breaks(authentication.BaseAuthentication):
        def authenticate(self, request):
            return request.nothing_of_that_name

    class Wrong(authentication.BaseAuthentication):
        def authenticate(self, request):
            return False

    class NewUser(authentication.BaseAuthentication):
        def authenticate(self, request):
            return (User(is_active=False), None)

    class ObjectOnly(permissions.BasePermission):
        def has_object_permission(self, request, view, obj):
            return False

    class Forgets(permissions.BasePermission):
        def has_permission(self, request, view):
            request.user

    class Closed(throttling.UserRateThrottle):
        rate = '0/day'

    lists = {
        'auth': {
            'none': [],
            'token': [token_auth],
            'bearer': [Bearer],
            'basic': [basic],
            'session': [session],
            'session-token': [session, token_auth],
            'token-session': [token_auth, session],
            'jwt': [JWTAuthentication],
            'stateless': [JWTStatelessUserAuthentication],
            'jwt-token': [JWTAuthentication, token_auth],
            'anonymous': [SaysNothing],
            'none-none': [NoneNone],
            'refuses': [Refuses],
            'token-refuses': [token_auth, Refuses],
            'forbids': [Forbids],
            'breaks': [Breaks],
            'wrong': [Wrong],
            'new-user': [NewUser],
        },
        'perm': {
            'empty': [],
            'any': [permissions.AllowAny],
            'authenticated': [permissions.IsAuthenticated],
            'admin': [permissions.IsAdminUser],
            'read-only': [permissions.IsAuthenticatedOrReadOnly],
            'or': [permissions.IsAdminUser | permissions.AllowAny],
            'and': [permissions.AllowAny & permissions.IsAuthenticated],
            'not': [~permissions.IsAuthenticated],
            'nested': [(permissions.IsAdminUser & permissions.IsAuthenticated) | ~permissions.AllowAny],
            'beside': [permissions.AllowAny, permissions.IsAuthenticated],
            'object': [ObjectOnly],
            'forgets': [Forgets],
            'model': [permissions.DjangoModelPermissions],
            'model-read': [permissions.DjangoModelPermissionsOrAnonReadOnly],
            'not-a-list': permissions.IsAuthenticated,
            'instance': [permissions.IsAuthenticated()],
        },
    }

    class Handlers:
        queryset = User.objects.all()

        def get(self, request, *args, **kwargs):
            return Response({'user': str(request.user)})

        post = get

    for auth_name, auth in lists['auth'].items():
        for perm_name, perm in lists['perm'].items():
            made = type('Made', (Handlers, APIView), {'authentication_classes': auth, 'permission_classes': perm})
            views[f'{auth_name}/{perm_name}'] = made.as_view()

    class Policy:
        permission_classes = [permissions.IsAuthenticated]

    class Lazy(Handlers, APIView):
        authentication_classes = [Refuses]

        def perform_authentication(self, request):
            pass

    class NoGate(Handlers, APIView):
        permission_classes = [permissions.IsAuthenticated]

        def initial(self, request, *args, **kwargs):
            self.format_kwarg = None

    class NoCheck(Handlers, APIView):
        permission_classes = [permissions.IsAuthenticated]

        def check_permissions(self, request):
            pass

    class Detail(generics.RetrieveAPIView):
        authentication_classes = [token_auth]
        permission_classes = [ObjectOnly]
        queryset = User.objects.all()

    class Throttled(Handlers, APIView):
        throttle_classes = [Closed]

    class Scoped(Handlers, APIView):
        throttle_classes = [throttling.ScopedRateThrottle]

    class ByMethod(Handlers, APIView):
        authentication_classes = [token_auth]

        def get_permissions(self):
            return [permissions.IsAuthenticated()] if self.request.method == 'POST' else []

    views['policy-left'] = type('V', (Policy, Handlers, APIView), {}).as_view()
    views['policy-right'] = type('V', (Handlers, APIView, Policy), {}).as_view()
    views['login-left'] = type('V', (LoginRequiredMixin, Handlers, APIView), {}).as_view()
    views['login-right'] = type('V', (Handlers, APIView, LoginRequiredMixin), {}).as_view()
    views['initkwargs'] = type('V', (Handlers, APIView), {}).as_view(permission_classes=[permissions.IsAdminUser])
    for made in (Lazy, NoGate, NoCheck, Detail, Throttled, Scoped, ByMethod):
        views[made.__name__] = made.as_view()

    @api_view(['GET'])
    @authentication_classes([token_auth])
    @permission_classes([permissions.IsAuthenticated])
    def below(request, pk):
        return Response({})

    views['api-view'] = below
    try:

        @permission_classes([permissions.IsAuthenticated])
        @api_view()
        def above(request, pk):
            return Response({})

        views['api-view-above'] = above
    except TypeError:
        views['api-view-above-refused'] = below

    class Set(viewsets.ViewSet):
        authentication_classes = [token_auth]
        permission_classes = [permissions.IsAuthenticated]

        def list(self, request):
            return Response({'action': self.action})

        def retrieve(self, request, pk=None):
            return Response({'action': self.action})

        @action(detail=True, methods=['get', 'post'], permission_classes=[permissions.AllowAny])
        def opened(self, request, pk=None):
            return Response({'action': self.action})

        @opened.mapping.delete
        def close(self, request, pk=None):
            return Response({'action': self.action})

        @action(detail=False, url_path='with-(?P<word>[a-z]+)', authentication_classes=[])
        def alone(self, request, word=None):
            return Response({'action': self.action})

    class ByAction(viewsets.ViewSet):
        authentication_classes = [token_auth]

        def get_permissions(self):
            if self.action in ('list', 'opened'):
                return [permissions.AllowAny()]
            return [permissions.IsAuthenticated()]

        def list(self, request):
            return Response({})

        def retrieve(self, request, pk=None):
            return Response({})

        def create(self, request):
            return Response({})

        @action(detail=False, permission_classes=[permissions.AllowAny])
        def ignored(self, request):
            return Response({})

    routes = []
    for trailing_slash in (True, False):
        for router_class in (routers.SimpleRouter, routers.DefaultRouter):
            router = router_class(trailing_slash=trailing_slash)
            router.register('set', Set, basename='set')
            router.register('by', ByAction, basename='by')
            router.register('', ByAction, basename='bare')
            for number, pattern in enumerate(router.urls):
                routes.append([str(pattern.pattern), pattern.name])
                if router_class is routers.DefaultRouter and trailing_slash:
                    views[f'router/{number}/{pattern.name}'] = pattern.callback
    try:
        router = routers.DefaultRouter(use_regex_path=False)
        router.register('set', Set, basename='set')
        routes += [[str(pattern.pattern), pattern.name] for pattern in router.urls]
    except TypeError:
        pass
    return views, routes


def main():
    if sys.argv[1] == 'stub':
        use_stubs(sys.argv[2])
    set_up()
    import logging

    logging.disable(logging.CRITICAL)
    import rest_framework
    from django.contrib.auth.models import AnonymousUser, User
    from django.test import RequestFactory
    from rest_framework.authtoken.models import Token

    assert ('/djangorestframework/rest_framework/' in rest_framework.__file__) == (sys.argv[1] == 'stub'), rest_framework.__file__
    user = User.objects.create_user('ann', password='pass')
    idle = User.objects.create_user('bob', password='pass', is_active=False)
    boss = User.objects.create_superuser('eve', password='pass')
    keys = [Token.objects.create(user=who, key=f'key-of-{who}').key for who in (user, idle, boss)]
    later = int(time.time()) + 3600
    access = {'token_type': 'access', 'sub': str(user.pk), 'exp': later, 'jti': 'x'}
    jwts = {
        'valid': make_token(access, KEY),
        'tampered': make_token({**access, 'sub': str(boss.pk)}, 'other'),
        'expired': make_token({**access, 'exp': 1}, KEY),
        'refresh': make_token({**access, 'token_type': 'refresh'}, KEY),
        'unsigned': make_token(access, KEY, 'none'),
        'eternal': make_token({key: value for key, value in access.items() if key != 'exp'}, KEY),
        'untyped': make_token({key: value for key, value in access.items() if key != 'token_type'}, KEY),
        'inactive': make_token({**access, 'sub': str(idle.pk)}, KEY),
        'deleted': make_token({**access, 'sub': '99'}, KEY),
        'nobody': make_token({key: value for key, value in access.items() if key != 'sub'}, KEY),
    }
    pair = base64.b64encode(b'ann:pass').decode()
    headers = [None, '', 'Token', 'Token a b', 'Token garbage', 'token ' + keys[0], 'Token ' + keys[1], 'Token ' + keys[2]]
    headers += ['Bearer garbage', 'Bearer ' + keys[0], 'bearer x', 'Bearer', 'Basic ' + pair, 'Basic !', 'Basic ' + base64.b64encode(b'ann:no').decode()]
    headers += ['Bearer ' + token for token in jwts.values()]
    factory = RequestFactory()
    views, routes = scenarios()
    result = {'routes': routes}
    for name, view in views.items():
        statuses = []
        for method in ('GET', 'HEAD', 'POST', 'OPTIONS'):
            for header in headers:
                for logged_in in (False, True) if header is None else (False,):
                    request = factory.generic(method, '/x/', **({} if header is None else {'HTTP_AUTHORIZATION': header}))
                    request.user = user if logged_in else AnonymousUser()
                    request._dont_enforce_csrf_checks = True
                    request.resolver_match = types.SimpleNamespace(namespace='')
                    arguments = {'pk': 1} if '/' in name or name.startswith(('api-view', 'Detail')) else {}
                    try:
                        statuses.append(call(view, request, arguments))
                    except Exception as error:
                        statuses.append(type(error).__name__)
        result[name] = statuses
    json.dump(result, sys.stdout)


def call(view, request, arguments):
    actions = getattr(view, 'actions', {})
    if actions:
        arguments = {'pk': 1} if view.initkwargs.get('detail') else {}
    return view(request, **arguments).status_code


main()
