"""djoser's serializers: what they ask for beyond well-formed data is a password or a mailed code."""
from django.contrib.auth import authenticate, get_user_model

from _unlatched import db_instance, opaque
from djoser.conf import settings
from rest_framework import serializers

User = get_user_model()


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User


class UserCreateMixin:
    def create(self, validated_data):
        return super().create(validated_data)

    def perform_create(self, validated_data):
        return db_instance(User, [])


class UserCreateSerializer(UserCreateMixin, serializers.ModelSerializer):
    class Meta:
        model = User


class UserCreatePasswordRetypeSerializer(UserCreateSerializer):
    pass


class TokenCreateSerializer(serializers.Serializer):
    def validate(self, attrs):
        name = self.initial_data.get(settings.LOGIN_FIELD)
        self.user = authenticate(
            request=self.context.get('request'), **{settings.LOGIN_FIELD: name, 'password': self.initial_data.get('password')}
        )
        if self.user and self.user.is_active:
            return attrs
        raise serializers.ValidationError('Unable to log in with provided credentials.')


class UserFunctionsMixin:
    def get_user(self, is_active=True):
        return opaque('user with the given address')


class SendEmailResetSerializer(serializers.Serializer, UserFunctionsMixin):
    pass


class UidAndTokenSerializer(serializers.Serializer):
    """Needs the code from the mail; with it comes the user."""

    def validate(self, attrs):
        if not opaque('code from the mail is right'):
            raise serializers.ValidationError('Invalid token for given user.')
        self.user = db_instance(User, [])
        return attrs


class ActivationSerializer(UidAndTokenSerializer):
    pass


class PasswordSerializer(serializers.Serializer):
    pass


class PasswordRetypeSerializer(PasswordSerializer):
    pass


class CurrentPasswordSerializer(serializers.Serializer):
    current_password = serializers.CharField()

    def validate_current_password(self, value):
        if not self.context['request'].user.check_password(value):
            raise serializers.ValidationError('Invalid password.')
        return value


class UsernameSerializer(serializers.ModelSerializer):
    class Meta:
        model = User


class UsernameRetypeSerializer(UsernameSerializer):
    pass


class TokenSerializer(serializers.ModelSerializer):
    class Meta:
        model = settings.TOKEN_MODEL


class SetPasswordSerializer(PasswordSerializer, CurrentPasswordSerializer):
    pass


class SetPasswordRetypeSerializer(PasswordRetypeSerializer, CurrentPasswordSerializer):
    pass


class PasswordResetConfirmSerializer(UidAndTokenSerializer, PasswordSerializer):
    pass


class PasswordResetConfirmRetypeSerializer(UidAndTokenSerializer, PasswordRetypeSerializer):
    pass


class UsernameResetConfirmSerializer(UidAndTokenSerializer, UsernameSerializer):
    class Meta(UsernameSerializer.Meta):
        pass


class UsernameResetConfirmRetypeSerializer(UidAndTokenSerializer, UsernameRetypeSerializer):
    class Meta(UsernameSerializer.Meta):
        pass


class UserDeleteSerializer(CurrentPasswordSerializer):
    pass


class SetUsernameSerializer(UsernameSerializer, CurrentPasswordSerializer):
    class Meta:
        model = User


class SetUsernameRetypeSerializer(SetUsernameSerializer, UsernameRetypeSerializer):
    pass
