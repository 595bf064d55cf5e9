from _unlatched import db_instance, effect, opaque
from django.contrib.auth import get_user_model

from rest_framework import serializers


class SocialAccountSerializer(serializers.ModelSerializer):
    pass


class SocialLoginSerializer(serializers.Serializer):
    access_token = serializers.CharField(required=False, allow_blank=True)
    code = serializers.CharField(required=False, allow_blank=True)
    id_token = serializers.CharField(required=False, allow_blank=True)

    def validate(self, attrs):
        attrs['user'] = opaque('user whom the provider vouches for')
        return attrs


class SocialConnectMixin:
    pass


class SocialConnectSerializer(SocialConnectMixin, SocialLoginSerializer):
    pass


class RegisterSerializer(serializers.Serializer):
    username = serializers.CharField()
    email = serializers.EmailField()
    password1 = serializers.CharField(write_only=True)
    password2 = serializers.CharField(write_only=True)

    def validate(self, data):
        return data

    def custom_signup(self, request, user):
        pass

    def get_cleaned_data(self):
        return opaque('data of the registration')

    def save(self, request):
        effect('db-write', 'dj-rest-auth registers a user')
        user = db_instance(get_user_model(), [])
        self.custom_signup(request, user)
        return user


class VerifyEmailSerializer(serializers.Serializer):
    key = serializers.CharField(write_only=True)


class ResendEmailVerificationSerializer(serializers.Serializer):
    email = serializers.EmailField()
