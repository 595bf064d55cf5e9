"""Log in, log out, and the view shape that djoser uses."""
from django.contrib.auth import login, logout

from _unlatched import effect, opaque
from djoser.conf import settings


def encode_uid(pk):
    return opaque('encoded id')


def decode_uid(pk):
    return opaque('decoded id')


def login_user(request, user):
    effect('login', 'djoser.utils.login_user')
    token, _ = settings.TOKEN_MODEL.objects.get_or_create(user=user)
    if settings.CREATE_SESSION_ON_LOGIN:
        login(request, user)
    return token


def logout_user(request):
    if settings.TOKEN_MODEL:
        settings.TOKEN_MODEL.objects.filter(user=request.user).delete()
    if settings.CREATE_SESSION_ON_LOGIN:
        logout(request)


class ActionViewMixin:
    def post(self, request, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return self._action(serializer)
