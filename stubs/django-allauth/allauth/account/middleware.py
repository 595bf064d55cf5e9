"""Every request passes; a missing re-authentication leads to the log-in."""
from types import SimpleNamespace

from django.http import HttpResponseRedirect
from django.urls import reverse

from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired


def AccountMiddleware(get_response):
    def middleware(request):
        request.allauth = SimpleNamespace()
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, ImmediateHttpResponse):
            return exception.response
        if isinstance(exception, ReauthenticationRequired):
            return HttpResponseRedirect(reverse('account_login'))
        return None

    middleware.process_exception = process_exception
    return middleware
