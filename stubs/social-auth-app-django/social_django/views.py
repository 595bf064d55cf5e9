from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from _unlatched import DJANGO_VERSION, effect, opaque, version_of

if DJANGO_VERSION >= (5, 1):
    from django.contrib.auth.decorators import login_not_required
else:

    def login_not_required(view_func):
        return view_func


def _unlatched_begins(view_func):
    """Before 6.0 a log-in could begin with GET, unless the settings say otherwise."""
    only_post = version_of('social-auth-app-django') >= (6, 0, 0) or getattr(settings, 'SOCIAL_AUTH_REQUIRE_POST', False)
    return require_POST(view_func) if only_post else view_func


@login_not_required
@_unlatched_begins
def auth(request, backend):
    return HttpResponseRedirect(opaque('log-in of the service'))


if version_of('social-auth-app-django') >= (7, 0, 0):

    @login_not_required
    @require_GET
    def idp_launch(request, backend):
        return HttpResponse(opaque('page'))

    @login_not_required
    @require_GET
    def app_launch(request, backend):
        return HttpResponse(opaque('page'))


@login_not_required
@csrf_exempt
def complete(request, backend, *args, **kwargs):
    effect('login', 'a service vouches for a user')
    return HttpResponseRedirect(opaque('next URL'))


@login_required
@require_POST
@csrf_protect
def disconnect(request, backend, association_id=None):
    effect('db-write', 'a connection to a service is removed')
    return HttpResponseRedirect(opaque('next URL'))
