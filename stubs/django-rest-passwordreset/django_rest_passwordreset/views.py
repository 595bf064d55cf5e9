"""Open views: the mailed token lets in. Until 1.6 they count no guesses, whatever the settings say."""
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError as _unlatched_ValidationError
from django.http import Http404
from django.utils import timezone

from _unlatched import version_of
from django_rest_passwordreset.models import (
    ResetPasswordToken,
    clear_expired,
    get_password_reset_lookup_field,
    get_password_reset_token_expiry_time,
)
from django_rest_passwordreset.serializers import EmailSerializer, PasswordTokenSerializer, ResetTokenSerializer
from django_rest_passwordreset.signals import post_password_reset, pre_password_reset, reset_password_token_created
from django_rest_passwordreset.throttling import get_password_reset_request_token_throttle_classes
from rest_framework import exceptions
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

User = get_user_model()


def clear_expired_tokens():
    clear_expired(timezone.now() - timedelta(hours=get_password_reset_token_expiry_time()))


def generate_token_for_email(email, user_agent='', ip_address=''):
    field = get_password_reset_lookup_field()
    user = next((user for user in User.objects.filter(**{field + '__iexact': email}) if user.eligible_for_reset()), None)
    if user is None:
        if getattr(settings, 'DJANGO_REST_PASSWORDRESET_NO_INFORMATION_LEAKAGE', True):
            return None
        raise exceptions.ValidationError({'email': ['there is no account with this address']})
    known = user.password_reset_tokens.all().first()
    return known or ResetPasswordToken.objects.create(user=user, user_agent=user_agent, ip_address=ip_address)


class ResetPasswordValidateToken(GenericAPIView):
    permission_classes = ()
    authentication_classes = ()
    serializer_class = ResetTokenSerializer
    if version_of('django-rest-passwordreset') < (1, 6, 0):
        throttle_classes = ()
    else:
        throttle_scope = 'django-rest-passwordreset-validate-token'

    def post(self, request, *args, **kwargs):
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        data = {'status': 'OK'}
        if getattr(settings, 'DJANGO_REST_PASSWORDRESET_USER_DETAILS_ON_VALIDATION', False):
            user = ResetPasswordToken.objects.get(key=serializer.validated_data['token']).user
            data.update(username=user.username, email=user.email)
        return Response(data)


class ResetPasswordConfirm(GenericAPIView):
    permission_classes = ()
    authentication_classes = ()
    serializer_class = PasswordTokenSerializer
    if version_of('django-rest-passwordreset') < (1, 6, 0):
        throttle_classes = ()
    else:
        throttle_scope = 'django-rest-passwordreset-confirm'

    def post(self, request, *args, **kwargs):
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        password = serializer.validated_data['password']
        token = ResetPasswordToken.objects.filter(key=serializer.validated_data['token']).first()
        if token is None or not token.user.eligible_for_reset():
            raise Http404('The OTP password entered is not valid.')
        user = token.user
        pre_password_reset.send(sender=self.__class__, user=user, reset_password_token=token)
        try:
            validate_password(password, user=user)
        except _unlatched_ValidationError as error:
            raise exceptions.ValidationError({'password': error.messages})
        user.set_password(password)
        user.save()
        post_password_reset.send(sender=self.__class__, user=user, reset_password_token=token)
        ResetPasswordToken.objects.filter(user=user).delete()
        return Response({'status': 'OK'})


class ResetPasswordRequestToken(GenericAPIView):
    permission_classes = ()
    authentication_classes = ()
    serializer_class = EmailSerializer
    if version_of('django-rest-passwordreset') < (1, 6, 0):
        throttle_classes = ()
    else:
        throttle_scope = 'django-rest-passwordreset-request-token'

        def get_throttles(self):
            return [throttle() for throttle in get_password_reset_request_token_throttle_classes()]

    def post(self, request, *args, **kwargs):
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        clear_expired_tokens()
        token = generate_token_for_email(
            serializer.validated_data['email'],
            user_agent=request.META.get('HTTP_USER_AGENT', ''),
            ip_address=request.META.get('REMOTE_ADDR', ''),
        )
        if token:
            reset_password_token_created.send(sender=self.__class__, instance=self, reset_password_token=token)
        return Response({'status': 'OK'})


class ResetPasswordValidateTokenViewSet(ResetPasswordValidateToken, GenericViewSet):
    def create(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs)


class ResetPasswordConfirmViewSet(ResetPasswordConfirm, GenericViewSet):
    def create(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs)


class ResetPasswordRequestTokenViewSet(ResetPasswordRequestToken, GenericViewSet):
    def create(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs)


reset_password_validate_token = ResetPasswordValidateToken.as_view()
reset_password_confirm = ResetPasswordConfirm.as_view()
reset_password_request_token = ResetPasswordRequestToken.as_view()
