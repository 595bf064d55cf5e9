"""HasAPIKey: `Authorization: Api-Key ...`, or the header that API_KEY_CUSTOM_HEADER names."""
from django.conf import settings

from rest_framework import permissions
from rest_framework_api_key.models import APIKey


class KeyParser:
    keyword = 'Api-Key'

    def get(self, request):
        custom_header = getattr(settings, 'API_KEY_CUSTOM_HEADER', None)
        if custom_header is not None:
            return self.get_from_header(request, custom_header)
        return self.get_from_authorization(request)

    def get_from_authorization(self, request):
        authorization = request.META.get('HTTP_AUTHORIZATION', '')
        if not authorization:
            return None
        keyword, found, key = authorization.partition(' ')
        if not found or keyword.lower() != self.keyword.lower():
            return None
        return key

    def get_from_header(self, request, name):
        return request.META.get(name) or None


class BaseHasAPIKey(permissions.BasePermission):
    model = None
    key_parser = KeyParser()

    def get_key(self, request):
        return self.key_parser.get(request)

    def has_permission(self, request, view):
        assert self.model is not None, 'an API key permission needs a model'
        key = self.get_key(request)
        if not key:
            return False
        return self.model.objects.is_valid(key)


class HasAPIKey(BaseHasAPIKey):
    model = APIKey
