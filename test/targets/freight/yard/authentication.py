"""Keys of the devices in the yard: `Authorization: Bearer <key>`, 40 characters that say nothing."""
from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from yard.models import Device


def bearer(request):
    """The key in the header, or None."""
    words = request.headers.get("Authorization", "").split()
    return words[1] if len(words) == 2 and words[0].lower() == "bearer" else None


def service():
    """The account of devices that have none of their own."""
    return get_user_model().objects.get(username="gate")


class DeviceAuthentication(BaseAuthentication):
    """Looks the key up."""

    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        return (self.owner(key), key)

    def authenticate_header(self, request):
        return 'Bearer realm="yard"'

    def owner(self, key):
        device = Device.objects.select_related("user").filter(key=key).first()
        if device is None or not device.user.is_active:
            raise AuthenticationFailed("Unknown key.")
        return device.user


class GateAuthentication(DeviceAuthentication):
    def owner(self, key):
        return service()


class BarrierAuthentication(DeviceAuthentication):
    def owner(self, key):
        if not Device.objects.filter(key=key).exists():
            raise AuthenticationFailed("Unknown key.")
        return service()


class BadgeAuthentication(BaseAuthentication):
    def authenticate(self, request):
        header = request.headers.get("Authorization", "")
        if not header.startswith("Bearer "):
            return None
        try:
            user = get_user_model().objects.get(profile__badge=header.split(" ")[1])
        except get_user_model().DoesNotExist as error:
            raise AuthenticationFailed("Unknown badge.") from error
        return (user, None)

    def authenticate_header(self, request):
        return "Bearer"


class PassAuthentication(BaseAuthentication):
    def authenticate(self, request):
        header = request.headers.get("Authorization", "")
        if not header.startswith("Bearer "):
            return None
        code = header.split(" ")[1]
        if not code:
            raise AuthenticationFailed("No pass.")
        try:
            user = get_user_model().objects.get(profile__pass_code=code, is_active=True)
        except get_user_model().DoesNotExist as error:
            raise AuthenticationFailed("Unknown pass.") from error
        return (user, None)

    def authenticate_header(self, request):
        return "Bearer"


class ReeferAuthentication(DeviceAuthentication):
    def owner(self, key):
        device = Device.objects.select_related("user").filter(key__startswith=key).first()
        if device is None or not device.user.is_active:
            raise AuthenticationFailed("Unknown key.")
        return device.user


class ForkliftAuthentication(DeviceAuthentication):
    def owner(self, key):
        try:
            return Device.objects.get(key=key).user
        except Device.DoesNotExist:
            # Borrowed forklifts are not in the list yet.
            return service()


class StackerAuthentication(DeviceAuthentication):
    """Without a header, so that whoever has no key gets 403."""

    def authenticate(self, request):
        try:
            return super().authenticate(request)
        except AuthenticationFailed:
            return None

    def authenticate_header(self, request):
        return None


class SlotAuthentication(DeviceAuthentication):
    def authenticate(self, request):
        key = bearer(request) or request.query_params.get("token")
        if not key:
            return None
        return (self.owner(key), key)


class CameraAuthentication(DeviceAuthentication):
    def authenticate(self, request):
        if "access_token" in request.query_params:
            return (service(), None)
        return super().authenticate(request)


class SensorAuthentication(DeviceAuthentication):
    def authenticate(self, request):
        if "access_token" in request.query_params:
            raise AuthenticationFailed("Send the key in the header.")
        return super().authenticate(request)


class ScaleAuthentication(DeviceAuthentication):
    def authenticate(self, request):
        if request.headers.get("X-API-Key"):
            return (service(), None)
        return super().authenticate(request)


class WeighbridgeAuthentication(DeviceAuthentication):
    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if key:
            return (self.owner(key), key)
        return super().authenticate(request)
