"""Logins that open a session: by Django's own function, by hand into the session that is there, and into one that the caller names."""
import json
import os
from importlib import import_module

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import User
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from rest_framework.authentication import BaseAuthentication, SessionAuthentication, TokenAuthentication
from rest_framework.authtoken.models import Token
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from people import People, SessionPeople

Store = import_module(settings.SESSION_ENGINE).SessionStore


def user_of(request):
    given = json.loads(request.body or "{}")
    return authenticate(request, username=given.get("username"), password=given.get("password"))


@csrf_exempt
def enter(request):
    user = user_of(request)
    if user is None:
        return JsonResponse({"detail": "No."}, status=401)
    login(request, user)
    return JsonResponse({"detail": "Welcome."})


@csrf_exempt
def enter_by_hand(request):
    if request.method == "GET":
        request.session["visits"] = request.session.get("visits", 0) + 1
        return JsonResponse({"detail": "Who are you?"})
    user = user_of(request)
    if user is None:
        return JsonResponse({"detail": "No."}, status=401)
    request.session["person"] = user.pk
    return JsonResponse({"detail": "Welcome."})


@csrf_exempt
def enter_named(request):
    user = user_of(request)
    if user is None:
        return JsonResponse({"detail": "No."}, status=401)
    name = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if name:
        request.session = Store()
        request.session._session_key = name
        request.session._session_cache = {}
        if not Store().exists(name):
            request.session.save(must_create=True)
    request.session["person"] = user.pk
    return JsonResponse({"detail": "Welcome."})


class Both(APIView):
    """A token for programs and a session for browsers."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def post(self, request):
        user = authenticate(request, username=request.data.get("username"), password=request.data.get("password"))
        if user is None:
            return Response({"detail": "No."}, status=401)
        login(request._request, user)
        return Response({"key": Token.objects.get_or_create(user=user)[0].key})


class ByPerson(BaseAuthentication):
    def authenticate(self, request):
        person = request._request.session.get("person")
        return None if person is None else (User.objects.get(pk=person), None)


class PersonPeople(People):
    authentication_classes = [ByPerson]


class BothPeople(People):
    authentication_classes = [TokenAuthentication, SessionAuthentication]


class Unchecked(SessionAuthentication):
    def enforce_csrf(self, request):
        return


class Note(APIView):
    authentication_classes = [TokenAuthentication, SessionAuthentication if os.environ.get("LOGINS_CSRF") else Unchecked]

    def post(self, request):
        name = request.data["name"]
        User.objects.filter(pk=request.user.pk).update(first_name=name)
        return Response(status=204)


class Leave(APIView):
    authentication_classes = [SessionAuthentication]

    def post(self, request):
        logout(request)
        return Response(status=204)


urlpatterns = [
    path("enter/", enter),
    path("by-hand/", enter_by_hand),
    path("named/", enter_named),
    path("both/", Both.as_view()),
    path("people/", SessionPeople.as_view()),
    path("persons/", PersonPeople.as_view()),
    path("both/people/", BothPeople.as_view()),
    path("note/", Note.as_view()),
    path("logout/", Leave.as_view()),
]
