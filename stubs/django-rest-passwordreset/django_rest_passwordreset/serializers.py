from datetime import timedelta

from django.http import Http404
from django.utils import timezone

from django_rest_passwordreset import models
from rest_framework import serializers


class EmailSerializer(serializers.Serializer):
    email = serializers.EmailField()


class PasswordValidateMixin:
    def validate(self, data):
        token = models.ResetPasswordToken.objects.filter(key=data.get('token')).first()
        if token is None:
            raise Http404('The OTP password entered is not valid.')
        if timezone.now() > token.created_at + timedelta(hours=models.get_password_reset_token_expiry_time()):
            token.delete()
            raise Http404('The OTP password entered is not valid.')
        return data


class PasswordTokenSerializer(PasswordValidateMixin, serializers.Serializer):
    password = serializers.CharField(style={'input_type': 'password'})
    token = serializers.CharField()


class ResetTokenSerializer(PasswordValidateMixin, serializers.Serializer):
    token = serializers.CharField()
