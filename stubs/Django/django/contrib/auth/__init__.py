"""Log in, log out, and who the session says one is (django/contrib/auth/__init__.py)."""
from _unlatched import DJANGO_VERSION, effect, import_string
from django.apps import apps as django_apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied

from .signals import user_logged_in, user_logged_out, user_login_failed

SESSION_KEY = "_auth_user_id"
BACKEND_SESSION_KEY = "_auth_user_backend"
HASH_SESSION_KEY = "_auth_user_hash"
REDIRECT_FIELD_NAME = "next"


def load_backend(path):
    return import_string(path)()


def _get_backends(return_tuples=False):
    backends = [(load_backend(path), path) for path in settings.AUTHENTICATION_BACKENDS]
    if not backends:
        raise ImproperlyConfigured("No authentication backends have been defined.")
    return backends if return_tuples else [backend for backend, path in backends]


def get_backends():
    return _get_backends(return_tuples=False)


def _unlatched_backend(user, backend=None):
    backend = backend or getattr(user, "backend", None)
    if backend is None:
        paths = settings.AUTHENTICATION_BACKENDS
        if len(paths) != 1:
            raise ValueError("You have multiple authentication backends configured: name one.")
        return paths[0]
    if not isinstance(backend, str):
        raise TypeError("backend must be a dotted import path string.")
    return backend


def authenticate(request=None, **credentials):
    for backend, backend_path in _get_backends(return_tuples=True):
        try:
            user = backend.authenticate(request, **credentials)
        except PermissionDenied:
            break
        except TypeError:  # a backend for other credentials
            continue
        if user is None:
            continue
        user.backend = backend_path
        return user
    user_login_failed.send(sender=__name__, credentials=credentials, request=request)


if DJANGO_VERSION >= (5, 0):
    async def aauthenticate(request=None, **credentials):
        return authenticate(request, **credentials)


def login(request, user, backend=None):
    if user is None:
        user = request.user
    if SESSION_KEY in request.session:
        if request.session[SESSION_KEY] != user.pk:
            request.session.flush()
    else:
        request.session.cycle_key()
    backend = _unlatched_backend(user=user, backend=backend)
    effect("login", "a session is opened")
    request.session[SESSION_KEY] = user.pk
    request.session[BACKEND_SESSION_KEY] = backend
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash() if hasattr(user, "get_session_auth_hash") else ""
    if hasattr(request, "user"):
        request.user = user
    user_logged_in.send(sender=user.__class__, request=request, user=user)


if DJANGO_VERSION >= (5, 0):
    async def alogin(request, user, backend=None):
        return login(request, user, backend)


def logout(request):
    from django.contrib.auth.models import AnonymousUser

    user = getattr(request, "user", None)
    if not getattr(user, "is_authenticated", True):
        user = None
    user_logged_out.send(sender=user.__class__, request=request, user=user)
    request.session.flush()
    if hasattr(request, "user"):
        request.user = AnonymousUser()


if DJANGO_VERSION >= (5, 0):
    async def alogout(request):
        return logout(request)


def get_user_model():
    try:
        return django_apps.get_model(settings.AUTH_USER_MODEL, require_ready=False)
    except ValueError:
        raise ImproperlyConfigured("AUTH_USER_MODEL must be of the form 'app_label.model_name'")
    except LookupError:
        raise ImproperlyConfigured(f"AUTH_USER_MODEL refers to model '{settings.AUTH_USER_MODEL}' that has not been installed")


def _get_user_session_key(request):
    return get_user_model()._meta.pk.to_python(request.session[SESSION_KEY])


def get_user(request):
    """What a session holds was written by the server, so its password hash is not compared again."""
    from .models import AnonymousUser

    user = None
    session = request.session
    if SESSION_KEY in session and BACKEND_SESSION_KEY in session:
        backend_path = session[BACKEND_SESSION_KEY]
        if backend_path in settings.AUTHENTICATION_BACKENDS:
            user = load_backend(backend_path).get_user(session[SESSION_KEY])
    return user or AnonymousUser()


if DJANGO_VERSION >= (5, 0):
    async def aget_user(request):
        return get_user(request)


def get_permission_codename(action, opts):
    return f"{action}_{opts.model_name}"


def update_session_auth_hash(request, user):
    request.session.cycle_key()


if DJANGO_VERSION >= (5, 0):
    async def aupdate_session_auth_hash(request, user):
        request.session.cycle_key()
