"""What the cases use all the time, so that each of them is short."""
from django.contrib.auth.decorators import login_required, permission_required, user_passes_test
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponse, JsonResponse
from django.urls import include, path, re_path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from rest_framework import generics, mixins, routers, serializers, viewsets
from rest_framework.authentication import BaseAuthentication, BasicAuthentication, SessionAuthentication, TokenAuthentication, get_authorization_header
from rest_framework.decorators import action, api_view, authentication_classes, permission_classes
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, PermissionDenied
from rest_framework.permissions import SAFE_METHODS, AllowAny, BasePermission, IsAdminUser, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.response import Response
from rest_framework.views import APIView


class Closed(APIView):
    """The view of cases that are about one gate."""
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])

    def post(self, request):
        return Response({}, status=201)


def authenticated_by(*classes):
    return [path('notes/', Closed.as_view(authentication_classes=list(classes)))]


def permitted_by(*classes):
    return [path('notes/', Closed.as_view(authentication_classes=[TokenAuthentication], permission_classes=list(classes)))]


def opened_by(test):
    """A permission for users, and for everybody where `test(request, view)` says so."""
    class Gate(BasePermission):
        def has_permission(self, request, view):
            return test(request, view) or request.user.is_authenticated

    return Gate
