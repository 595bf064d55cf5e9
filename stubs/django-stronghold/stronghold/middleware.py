"""Asks for a login in front of every view that is not marked as public."""
from django.contrib.auth.decorators import user_passes_test
from django.utils.deprecation import MiddlewareMixin
from stronghold import conf, utils


class LoginRequiredMiddleware(MiddlewareMixin):
    def __init__(self, *args, **kwargs):
        super(LoginRequiredMiddleware, self).__init__(*args, **kwargs)
        self.public_view_urls = getattr(conf, "STRONGHOLD_PUBLIC_URLS", ())

    def process_view(self, request, view_func, view_args, view_kwargs):
        if (
            utils.is_view_func_public(view_func)
            or self.is_public_url(request.path_info)
            or conf.STRONGHOLD_USER_TEST_FUNC(request.user)
            and conf.STRONGHOLD_REQUEST_TEST_FUNC(request, view_func, view_args, view_kwargs)
        ):
            return None
        decorator = user_passes_test(conf.STRONGHOLD_USER_TEST_FUNC)
        return decorator(view_func)(request, *view_args, **view_kwargs)

    def is_public_url(self, url):
        return any(public_url.match(url) for public_url in self.public_view_urls)
