"""djoser's views; the permissions of UserViewSet are chosen by action."""
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator

from _unlatched import effect
from djoser import utils
from djoser.conf import settings
from rest_framework import generics, status, views, viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.serializers import Serializer

User = get_user_model()


class TokenCreateView(utils.ActionViewMixin, generics.GenericAPIView):
    serializer_class = settings.SERIALIZERS.token_create
    permission_classes = settings.PERMISSIONS.token_create

    def _action(self, serializer):
        token = utils.login_user(self.request, serializer.user)
        return Response(data=settings.SERIALIZERS.token(token).data, status=status.HTTP_200_OK)


class TokenDestroyView(views.APIView):
    serializer_class = Serializer
    permission_classes = settings.PERMISSIONS.token_destroy

    def post(self, request):
        utils.logout_user(request)
        return Response(status=status.HTTP_204_NO_CONTENT)


class UserViewSet(viewsets.ModelViewSet):
    serializer_class = settings.SERIALIZERS.user
    queryset = User.objects.all()
    permission_classes = settings.PERMISSIONS.user
    token_generator = default_token_generator
    lookup_field = settings.USER_ID_FIELD

    def permission_denied(self, request, **kwargs):
        """HIDE_USERS answers 404 where 403 would tell that there is such a user."""
        if settings.HIDE_USERS and request.user.is_authenticated and self.action in ['update', 'partial_update', 'list', 'retrieve']:
            raise NotFound()
        super().permission_denied(request, **kwargs)

    def get_queryset(self):
        user = self.request.user
        queryset = super().get_queryset()
        if settings.HIDE_USERS and self.action == 'list' and not user.is_staff:
            queryset = queryset.filter(pk=user.pk)
        return queryset

    def get_permissions(self):
        names = {
            'create': 'user_create',
            'activation': 'activation',
            'resend_activation': 'password_reset',
            'list': 'user_list',
            'reset_password': 'password_reset',
            'reset_password_confirm': 'password_reset_confirm',
            'set_password': 'set_password',
            'set_username': 'set_username',
            'reset_username': 'username_reset',
            'reset_username_confirm': 'username_reset_confirm',
            'destroy': 'user_delete',
        }
        name = names.get(self.action)
        if self.action == 'me' and self.request and self.request.method == 'DELETE':
            name = 'user_delete'
        if name is not None:
            self.permission_classes = getattr(settings.PERMISSIONS, name)
        return super().get_permissions()

    def get_serializer_class(self):
        chosen = settings.SERIALIZERS
        if self.action == 'create':
            return chosen.user_create_password_retype if settings.USER_CREATE_PASSWORD_RETYPE else chosen.user_create
        if self.action == 'destroy' or (self.action == 'me' and self.request and self.request.method == 'DELETE'):
            return chosen.user_delete
        if self.action == 'activation':
            return chosen.activation
        if self.action in ('resend_activation', 'reset_password'):
            return chosen.password_reset
        if self.action == 'reset_password_confirm':
            return chosen.password_reset_confirm_retype if settings.PASSWORD_RESET_CONFIRM_RETYPE else chosen.password_reset_confirm
        if self.action == 'set_password':
            return chosen.set_password_retype if settings.SET_PASSWORD_RETYPE else chosen.set_password
        if self.action == 'set_username':
            return chosen.set_username_retype if settings.SET_USERNAME_RETYPE else chosen.set_username
        if self.action == 'reset_username':
            return chosen.username_reset
        if self.action == 'reset_username_confirm':
            return chosen.username_reset_confirm_retype if settings.USERNAME_RESET_CONFIRM_RETYPE else chosen.username_reset_confirm
        if self.action == 'me':
            return chosen.current_user
        return self.serializer_class

    def get_instance(self):
        return self.request.user

    def perform_create(self, serializer, *args, **kwargs):
        serializer.save(*args, **kwargs)
        if settings.SEND_ACTIVATION_EMAIL or settings.SEND_CONFIRMATION_EMAIL:
            effect('mail', 'djoser mails a new user')

    def perform_update(self, serializer, *args, **kwargs):
        super().perform_update(serializer, *args, **kwargs)

    def destroy(self, request, *args, **kwargs):
        instance = self.get_object()
        self.get_serializer(instance, data=request.data).is_valid(raise_exception=True)
        if instance == request.user:
            utils.logout_user(self.request)
        self.perform_destroy(instance)
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['get', 'put', 'patch', 'delete'], detail=False)
    def me(self, request, *args, **kwargs):
        self.get_object = self.get_instance
        if request.method == 'GET':
            return self.retrieve(request, *args, **kwargs)
        elif request.method == 'PUT':
            return self.update(request, *args, **kwargs)
        elif request.method == 'PATCH':
            return self.partial_update(request, *args, **kwargs)
        elif request.method == 'DELETE':
            return self.destroy(request, *args, **kwargs)

    def _unlatched_valid(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return serializer

    @action(['post'], detail=False)
    def activation(self, request, *args, **kwargs):
        user = self._unlatched_valid(request).user
        user.is_active = True
        user.save()
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False)
    def resend_activation(self, request, *args, **kwargs):
        self._unlatched_valid(request)
        if not settings.SEND_ACTIVATION_EMAIL:
            return Response(status=status.HTTP_400_BAD_REQUEST)
        effect('mail', 'djoser mails an activation link')
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False)
    def set_password(self, request, *args, **kwargs):
        self._unlatched_valid(request)
        effect('db-write', 'djoser sets a password')
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False)
    def reset_password(self, request, *args, **kwargs):
        self._unlatched_valid(request)
        effect('mail', 'djoser mails a reset link')
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False)
    def reset_password_confirm(self, request, *args, **kwargs):
        self._unlatched_valid(request).user.save()
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False, url_path=f'set_{User.USERNAME_FIELD}')
    def set_username(self, request, *args, **kwargs):
        self._unlatched_valid(request)
        effect('db-write', 'djoser sets a user name')
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False, url_path=f'reset_{User.USERNAME_FIELD}')
    def reset_username(self, request, *args, **kwargs):
        self._unlatched_valid(request)
        effect('mail', 'djoser mails a reset link')
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(['post'], detail=False, url_path=f'reset_{User.USERNAME_FIELD}_confirm')
    def reset_username_confirm(self, request, *args, **kwargs):
        self._unlatched_valid(request).user.save()
        return Response(status=status.HTTP_204_NO_CONTENT)
