"""Authenticators that read the header each in a way of its own. The key is an opaque one, kept in `first_name`."""
import traceback

from django.conf import settings
from django.contrib.auth.models import User
from django.urls import path
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, ParseError
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Strict(BaseAuthentication):
    """One word, one space, one key."""

    def key(self, header):
        words = header.split()
        return words[1] if len(words) == 2 and words[0] == "Bearer" else None

    def find(self, key):
        return User.objects.get(username="ann", first_name=key)

    def authenticate(self, request):
        header = request.headers.get("Authorization")
        if header is None:
            return None
        key = self.key(header)
        if not key:
            raise AuthenticationFailed("One word and one key, please.")
        try:
            return self.find(key), key
        except User.DoesNotExist as error:
            raise AuthenticationFailed("Unknown key.") from error

    def authenticate_header(self, request):
        return "Bearer"


class Anyone(Strict):
    """Among the users is one whose browser has stored a word in place of a key."""

    def find(self, key):
        return User.objects.get(first_name=key)


class Short(Strict):
    """Short words are the beginnings of keys, as in version control."""

    def find(self, key):
        return User.objects.get(username="ann", **{"first_name__startswith" if len(key) <= 4 else "first_name": key})


class Folding(Strict):
    def find(self, key):
        return User.objects.get(username="ann", first_name__iexact=key)


class Column(Strict):
    """As long as the column is."""

    def find(self, key):
        return super().find(key[:29])


class Replacing(Strict):
    def key(self, header):
        return header.replace("Bearer ", "")


class Cutting(Strict):
    def key(self, header):
        return header[len("Bearer") :].strip()


class Second(Strict):
    def key(self, header):
        return header.split()[1]


class Talking(Second):
    """Tells the client what went wrong, in the words of the program."""

    def authenticate(self, request):
        try:
            return super().authenticate(request)
        except IndexError as error:
            raise ParseError(traceback.format_exc()) from error


class Gateway(Strict):
    """The gateway has a key of its own, where one is set."""

    def authenticate(self, request):
        if request.headers.get("Authorization") == getattr(settings, "GATEWAY_KEY", ""):
            return User.objects.get(username="ann"), None
        return super().authenticate(request)


class Partners(BaseAuthentication):
    """Partners have keys, and know no tokens. Those who never asked for a key have an empty one."""

    def find(self, key):
        return User.objects.filter(last_name=key).first()

    def authenticate(self, request):
        key = request.headers.get("X-API-Key")
        if key is None:
            return None
        user = self.find(key)
        if user is None:
            raise AuthenticationFailed("Unknown key.")
        return user, key

    def authenticate_header(self, request):
        return "Key"


class Known(Partners):
    def find(self, key):
        return User.objects.filter(last_name=key).first() if key else None


def guarded(authenticator):
    class View(APIView):
        authentication_classes = [authenticator]
        permission_classes = [IsAuthenticated]

        def get(self, request):
            return Response([{"id": 1, "article": "left-handed hammer"}, {"id": 2, "article": "sky hook"}])

    return View.as_view()


ALL = [Strict, Anyone, Short, Folding, Column, Replacing, Cutting, Second, Talking, Gateway, Partners, Known]
urlpatterns = [path(f"api/words/{one.__name__.lower()}/", guarded(one)) for one in ALL]
