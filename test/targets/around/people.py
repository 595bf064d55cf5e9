"""Who is asking, by a header that a proxy is thought to write, and by ways that no client can write."""
from django.contrib.auth.models import User
from django.urls import path
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import AllowAny, IsAdminUser, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.views import TokenObtainPairView


class Named(BaseAuthentication):
    """Takes the word of the proxy."""

    variable = "HTTP_X_AUTHENTICATED_USER"
    field = "username"

    def authenticate(self, request):
        word = request.META.get(self.variable)
        user = User.objects.filter(**{self.field: word}).first() if word else None
        return (user, None) if user else None


class Stripped(Named):
    """The proxy takes the header off, in the spelling that it knows (asgi.py)."""


class Mailed(Named):
    variable = "HTTP_X_FORWARDED_EMAIL"
    field = "email"


class Numbered(Named):
    variable = "HTTP_X_USER_ID"
    field = "pk"


class Vouched(Named):
    """The proxy proves who it is."""

    def authenticate(self, request):
        return super().authenticate(request) if request.META.get("HTTP_X_PROXY_SECRET") == "q7-of-the-proxy" else None


class Badge(BaseAuthentication):
    """Who somebody says to be, he is: the token is the name of the user."""

    def authenticate(self, request):
        word, _, name = request.headers.get("Authorization", "").partition(" ")
        user = User.objects.filter(username=name).first() if word == "Bearer" else None
        return (user, None) if user else None


class OfTheServer(Named):
    """What the server itself says of the connection (CGI): a client's header comes as HTTP_REMOTE_USER."""

    variable = "REMOTE_USER"


class People(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([{"id": user.pk, "name": user.username, "mail": user.email} for user in User.objects.all()])


class Till(APIView):
    """Whoever pays is known; what was paid is anybody's."""

    def get_permissions(self):
        return [AllowAny() if self.request.method == "GET" else IsAuthenticated()]

    def get(self, request):
        return Response([{"paid": 12.5, "by": "ann.meadow@example.org"}])

    def post(self, request):
        return Response({"paid": request.data["amount"]}, status=201)


class Safe(Till):
    def get_permissions(self):
        return [IsAuthenticated()]

    def delete(self, request):
        return Response(status=204)


class Clerks(Till):
    """No user of these tests may read it."""

    def get_permissions(self):
        return [IsAdminUser() if self.request.method == "GET" else IsAuthenticated()]


def below(name, way):
    return path(f"api/people/{name}/", type(f"People{way.__name__}", (People,), {"authentication_classes": [way, JWTAuthentication]}).as_view())


urlpatterns = [
    path("api/people/enter/", TokenObtainPairView.as_view()),
    path("api/people/till/", Till.as_view()),
    path("api/people/safe/", Safe.as_view()),
    path("api/people/clerks/", Clerks.as_view()),
    below("named", Named),
    below("stripped", Stripped),
    below("mailed", Mailed),
    below("numbered", Numbered),
    below("vouched", Vouched),
    below("server", OfTheServer),
    below("badge", Badge),
]
