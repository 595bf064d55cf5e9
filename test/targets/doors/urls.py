"""Logins as JSON, as a form, with an e-mail address, in the Basic header and nested; one guarded and one open list."""
import hashlib
import os
from hmac import compare_digest

from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView as PageLogin
from django.http import JsonResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.views import SpectacularAPIView
from knox.auth import TokenAuthentication as KnoxToken
from knox.views import LoginView
from rest_framework.authentication import BaseAuthentication, BasicAuthentication, SessionAuthentication, TokenAuthentication
from rest_framework.authtoken.views import obtain_auth_token
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle, SimpleRateThrottle, UserRateThrottle
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.tokens import RefreshToken
from rest_framework_simplejwt.views import TokenObtainPairView


class People(APIView):
    def get(self, request):
        return Response([{"id": user.id, "email": user.email} for user in User.objects.all()])


class OpenPeople(People):
    permission_classes = [AllowAny]


class OpaquePeople(People):
    authentication_classes = [TokenAuthentication]


class KnoxPeople(People):
    authentication_classes = [KnoxToken]


class SessionPeople(People):
    authentication_classes = [SessionAuthentication]


class DoorKey(BaseAuthentication):
    def authenticate(self, request):
        key = request.headers.get("X-Door-Key")
        if not key:
            return None
        right = hashlib.sha256(f"key of {os.environ['TARGET_PASSWORD']}".encode()).hexdigest()
        if not compare_digest(key.encode(), right.encode()):
            raise AuthenticationFailed("No such key.")
        return (User.objects.get(username="ann"), None)

    def authenticate_header(self, request):
        return "DoorKey"


class KeyPeople(People):
    authentication_classes = [DoorKey]


class KnoxLogin(LoginView):
    authentication_classes = [BasicAuthentication]


@csrf_exempt
def form_login(request):
    user = authenticate(username=request.POST.get("username"), password=request.POST.get("password"))
    if user is None:
        missing = [name for name in ("username", "password") if name not in request.POST]
        return JsonResponse({name: "required" for name in missing} or {"error": "wrong"}, status=400 if missing else 401)
    return JsonResponse({"data": {"refresh": str(RefreshToken.for_user(user)), "jwt": str(RefreshToken.for_user(user).access_token)}})


class MailLogin(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def post(self, request):
        if "email" not in request.data:
            return Response({"email": ["This field is required."]}, status=400)
        user = User.objects.filter(email=request.data["email"]).first()
        if user is None or not user.check_password(request.data.get("password", "")):
            return Response({"detail": "No active account."}, status=401)
        return Response({"user": {"id": user.id}, "tokens": {"access": str(RefreshToken.for_user(user).access_token)}})


class ByAddress(AnonRateThrottle):
    rate = "3/min"


class ByName(SimpleRateThrottle):
    rate = "3/min"
    scope = "name"

    def get_cache_key(self, request, view):
        return f"name {request.data.get('email')}"


class SlowMail(MailLogin):
    throttle_classes = [ByAddress]


class SlowName(MailLogin):
    throttle_classes = [ByName]


class SlowAnonymous(SlowMail):
    authentication_classes = [JWTAuthentication]


class ByUser(UserRateThrottle):
    rate = "3/min"


class SlowEverybody(SlowAnonymous):
    throttle_classes = [ByAddress, ByUser]


class ByPath(ByAddress):
    def get_cache_key(self, request, view):
        return f"{request.path} {self.get_ident(request)}"


class SlowPath(MailLogin):
    throttle_classes = [ByPath]


urlpatterns = [
    path("api/slow-anonymous/", SlowAnonymous.as_view()),
    path("api/slow-everybody/", SlowEverybody.as_view()),
    re_path(r"^api/slow-path(?:/|\.json)?$", SlowPath.as_view()),
    re_path(r"^api/slow-any-path(?:/|\.json)?$", SlowMail.as_view()),
    path("api/slow-mail/", SlowMail.as_view()),
    path("api/slow-name/", SlowName.as_view()),
    path("api/people/", People.as_view()),
    path("api/open-people/", OpenPeople.as_view()),
    path("api/opaque-people/", OpaquePeople.as_view()),
    path("api/knox-people/", KnoxPeople.as_view()),
    path("api/session-people/", SessionPeople.as_view()),
    path("api/key-people/", KeyPeople.as_view()),
    path("accounts/sign-in/", PageLogin.as_view(template_name="sign-in.html")),
    path("api/enter/", TokenObtainPairView.as_view()),
    path("api/opaque-token/", obtain_auth_token),
    path("api/knox/", KnoxLogin.as_view()),
    path("api/form/", form_login),
    path("api/mail/", MailLogin.as_view()),
    path("hidden/description/", SpectacularAPIView.as_view()),
]
