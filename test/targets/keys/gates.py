"""Three gates that look up the key of a partner by its name; only the first one opens whatever the name leads to."""
import jwt
from django.conf import settings
from django.contrib.auth.models import User
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed


class AnyFile(BaseAuthentication):
    def authenticate(self, request):
        word, _, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if word != "Bearer":
            return None
        try:
            key = self.file(jwt.get_unverified_header(token)["kid"]).read_bytes()
            if len(key) < 32:
                raise ValueError("no key")
            claims = jwt.decode(token, key, algorithms=["HS256"], options={"require": ["exp"]})
            return User.objects.get(pk=int(claims["sub"]), is_active=True), token
        except (jwt.PyJWTError, OSError, ValueError, KeyError, TypeError, User.DoesNotExist) as error:
            raise AuthenticationFailed("This token opens nothing.") from error

    def authenticate_header(self, request):
        return "Bearer"

    def file(self, name):
        return settings.PARTNER_KEYS / name


class FileOfFolder(AnyFile):
    def file(self, name):
        path = super().file(name).resolve()
        if not path.is_relative_to(settings.PARTNER_KEYS.resolve()):
            raise ValueError("a name that leads elsewhere")
        return path


class ListedFile(AnyFile):
    def file(self, name):
        return {path.name: path for path in settings.PARTNER_KEYS.iterdir()}[name]
