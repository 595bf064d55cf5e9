"""A bearer token gives a user; without one every request passes as it is."""
from django.contrib.auth import authenticate

from oauth2_provider.models import get_access_token_model
from oauth2_provider.utils import parse_bearer_token


class OAuth2TokenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if parse_bearer_token(request.META.get('HTTP_AUTHORIZATION', '')):
            if not hasattr(request, 'user') or request.user.is_anonymous:
                user = authenticate(request=request)
                if user:
                    request.user = request._cached_user = user
        return self.get_response(request)


class OAuth2ExtraTokenMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = parse_bearer_token(request.META.get('HTTP_AUTHORIZATION', ''))
        if token:
            AccessToken = get_access_token_model()
            try:
                request.access_token = AccessToken.objects.get(token=token)
            except AccessToken.DoesNotExist:
                pass
        return self.get_response(request)
