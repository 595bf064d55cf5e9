"""Host check and missing slashes."""
from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.urls import is_valid_path
from django.utils.deprecation import MiddlewareMixin


class CommonMiddleware(MiddlewareMixin):
    response_redirect_class = HttpResponsePermanentRedirect

    # DISALLOWED_USER_AGENTS is no gate: the caller writes this header.
    def process_request(self, request):
        host = request.get_host()
        if settings.PREPEND_WWW and host and not host.startswith("www."):
            return self.response_redirect_class(f"{request.scheme}://www.{host}{request.get_full_path()}")

    def should_redirect_with_slash(self, request):
        if not settings.APPEND_SLASH or request.path_info.endswith("/"):
            return False
        urlconf = getattr(request, "urlconf", None)
        if getattr(request, "resolver_match", None) is not None or is_valid_path(request.path_info, urlconf):
            return False
        match = is_valid_path(request.path_info + "/", urlconf)
        return bool(match) and getattr(match.func, "should_append_slash", True)

    def get_full_path_with_slash(self, request):
        return request.get_full_path(force_append_slash=True)

    def process_response(self, request, response):
        if response.status_code == 404 and self.should_redirect_with_slash(request):
            return self.response_redirect_class(self.get_full_path_with_slash(request))
        return response


class BrokenLinkEmailsMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        return response

    def is_internal_request(self, domain, referer):
        return False

    def is_ignorable_request(self, request, uri, domain, referer):
        return True
