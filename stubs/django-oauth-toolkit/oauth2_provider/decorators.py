from functools import wraps

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse, HttpResponseForbidden

from oauth2_provider.oauth2_backends import OAuthLibCore
from oauth2_provider.oauth2_validators import OAuth2Validator
from oauth2_provider.scopes import get_scopes_backend
from oauth2_provider.settings import oauth2_settings


class _unlatched_Server:
    def __init__(self, request_validator):
        self.request_validator = request_validator


def _unlatched_guard(view_func, validator_cls, advertise_metadata, scopes_of):
    @wraps(view_func)
    def _validate(request, *args, **kwargs):
        core = OAuthLibCore(_unlatched_Server(validator_cls()))
        valid, made = core.verify_request(request, scopes=scopes_of(request))
        if valid:
            request.resource_owner = made.user
            return view_func(request, *args, **kwargs)
        return HttpResponse(status=401) if advertise_metadata else HttpResponseForbidden()

    return _validate


def protected_resource(scopes=None, validator_cls=OAuth2Validator, *args, **kwargs):
    _scopes = scopes or []
    advertise = kwargs.get('advertise_metadata', False)
    return lambda view_func: _unlatched_guard(view_func, validator_cls, advertise, lambda request: _scopes)


def protected_resource_metadata(scopes=None, validator_cls=OAuth2Validator, *args, **kwargs):
    return protected_resource(scopes=scopes, validator_cls=validator_cls, advertise_metadata=True)


def rw_protected_resource(scopes=None, validator_cls=OAuth2Validator, *args, **kwargs):
    _scopes = scopes or []
    advertise = kwargs.get('advertise_metadata', False)

    def scopes_of(request):
        provided = get_scopes_backend().get_all_scopes()
        if oauth2_settings.READ_SCOPE not in provided or oauth2_settings.WRITE_SCOPE not in provided:
            raise ImproperlyConfigured('rw_protected_resource needs the read and write scopes in OAUTH2_PROVIDER["SCOPES"]')
        safe = request.method.upper() in ['GET', 'HEAD', 'OPTIONS']
        return _scopes + [oauth2_settings.READ_SCOPE if safe else oauth2_settings.WRITE_SCOPE]

    return lambda view_func: _unlatched_guard(view_func, validator_cls, advertise, scopes_of)


def rw_protected_resource_metadata(scopes=None, validator_cls=OAuth2Validator, *args, **kwargs):
    return rw_protected_resource(scopes=scopes, validator_cls=validator_cls, advertise_metadata=True)
