"""Log-outs: one forgets nothing, one ends the refresh token, some keep a list of ended tokens."""
from django.core.cache import cache
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import RefreshToken

from people import People


class Farewell(APIView):
    def post(self, request):
        return Response({"detail": "Goodbye."})


class Leave(APIView):
    """Ends the refresh token; the field is called as many projects call it."""

    def post(self, request):
        if "refresh_token" not in request.data:
            return Response({"refresh_token": ["This field is required."]}, status=400)
        try:
            RefreshToken(request.data["refresh_token"]).blacklist()
        except TokenError:
            return Response({"detail": "No such token."}, status=400)
        return Response(status=205)


class ByText(JWTAuthentication):
    """Knows ended tokens by their text."""

    def key_of(self, raw, token):
        return f"ended {raw.decode()}"

    def authenticate(self, request):
        found = super().authenticate(request)
        if found is None:
            return None
        raw = self.get_raw_token(self.get_header(request))
        if cache.get(self.key_of(raw, found[1])):
            raise AuthenticationFailed("The token was ended.")
        return found

    def end(self, request):
        cache.set(self.key_of(self.get_raw_token(self.get_header(request)), request.auth), True, None)


class ById(ByText):
    """Knows ended tokens by their jti."""

    def key_of(self, raw, token):
        return f"ended {token['jti']}"


class TextPeople(People):
    authentication_classes = [ByText]


class IdPeople(People):
    authentication_classes = [ById]


class LeaveByText(APIView):
    authentication_classes = [ByText]

    def post(self, request):
        request.successful_authenticator.end(request)
        return Response(status=204)


class LeaveById(LeaveByText):
    authentication_classes = [ById]
