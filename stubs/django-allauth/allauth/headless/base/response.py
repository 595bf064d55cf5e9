from _unlatched import opaque
from allauth.headless.internal.restkit.response import APIResponse


class BaseAuthenticationResponse(APIResponse):
    pass


class AuthenticationResponse(BaseAuthenticationResponse):
    def __init__(self, request):
        super().__init__(request, status=200 if request.user.is_authenticated else 401)


class ReauthenticationResponse(BaseAuthenticationResponse):
    def __init__(self, request):
        super().__init__(request, status=401)


class UnauthorizedResponse(BaseAuthenticationResponse):
    def __init__(self, request, status=401):
        super().__init__(request, status=status)


class ForbiddenResponse(APIResponse):
    def __init__(self, request):
        super().__init__(request, status=403)


class ConflictResponse(APIResponse):
    def __init__(self, request):
        super().__init__(request, status=409)


class ConfigResponse(APIResponse):
    def __init__(self, request):
        super().__init__(request)


def __getattr__(name):
    return opaque('allauth.headless.base.response.' + name)
