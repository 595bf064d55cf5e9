"""The gateways on the wards send a key of their own; people come with their usual token."""

from django.conf import settings
from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from devices.models import DeviceKey

User = get_user_model()


class ReadingKeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if not key:
            return None
        user = User.objects.get(username=settings.WARD_DEVICE_USER)
        return (user, key)


class AlarmKeyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if not key:
            return None
        if not DeviceKey.objects.filter(key=key, active=True).exists():
            raise AuthenticationFailed("Unknown key.")
        user = User.objects.get(username=settings.WARD_DEVICE_USER)
        return (user, key)
