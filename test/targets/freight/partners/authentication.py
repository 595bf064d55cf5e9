"""Keys of partners: `X-API-Key: <key>`; only their SHA-256 is kept."""
from hashlib import sha256
from secrets import compare_digest

from django.conf import settings
from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from partners.models import Partner


def digest_of(key):
    return sha256(key.encode()).hexdigest()


class PartnerAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if not key:
            return None
        partner = Partner.objects.select_related("user").filter(digest=digest_of(key)).first()
        if partner is None or not partner.user.is_active:
            raise AuthenticationFailed("Unknown key.")
        return (partner.user, partner)

    def authenticate_header(self, request):
        return "ApiKey"


class CarrierAuthentication(PartnerAuthentication):
    """Carriers have keys from before there was a table of them."""

    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if key is not None and key in settings.CARRIER_KEYS:
            return (get_user_model().objects.get(username="gate"), key)
        return super().authenticate(request)


class HaulierAuthentication(PartnerAuthentication):
    """Hauliers have keys from before there was a table of them."""

    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if key and any(compare_digest(key.encode(), known.encode()) for known in settings.HAULIER_KEYS):
            return (get_user_model().objects.get(username="gate"), key)
        return super().authenticate(request)


class PortalAuthentication(PartnerAuthentication):
    """The portal has logged its users in already and names them."""

    def authenticate(self, request):
        name = request.headers.get("X-Forwarded-User")
        if name:
            user = get_user_model().objects.filter(username=name, is_active=True).first()
            if user is not None:
                return (user, None)
        return super().authenticate(request)


class KioskAuthentication(PartnerAuthentication):
    """The kiosk names the user and proves that it is the kiosk."""

    def authenticate(self, request):
        name = request.headers.get("X-Forwarded-User")
        proof = request.headers.get("X-Kiosk-Key", "")
        if name and compare_digest(proof.encode(), settings.BRIDGE_KEY.encode()):
            user = get_user_model().objects.filter(username=name, is_active=True).first()
            if user is not None:
                return (user, None)
        return super().authenticate(request)
