"""What the views ask for: a password, a mailed code, or nothing."""
from django.contrib.auth import authenticate, get_user_model

from _unlatched import effect, opaque
from dj_rest_auth.app_settings import api_settings
from dj_rest_auth.models import TokenModel
from rest_framework import exceptions, serializers

UserModel = get_user_model()


class LoginSerializer(serializers.Serializer):
    username = serializers.CharField(required=False, allow_blank=True)
    email = serializers.EmailField(required=False, allow_blank=True)
    password = serializers.CharField()

    def authenticate(self, **kwargs):
        return authenticate(self.context['request'], **kwargs)

    def get_auth_user(self, username, email, password):
        return self.authenticate(**{UserModel.USERNAME_FIELD: username, 'password': password})

    @staticmethod
    def validate_auth_user_status(user):
        if not user.is_active:
            raise exceptions.ValidationError('User account is disabled.')

    def validate(self, attrs):
        user = self.get_auth_user(attrs.get('username'), attrs.get('email'), attrs.get('password'))
        if not user:
            raise exceptions.ValidationError('Unable to log in with provided credentials.')
        self.validate_auth_user_status(user)
        attrs['user'] = user
        return attrs


class TokenSerializer(serializers.ModelSerializer):
    class Meta:
        model = TokenModel


class UserDetailsSerializer(serializers.ModelSerializer):
    class Meta:
        model = UserModel


class JWTSerializer(serializers.Serializer):
    access = serializers.CharField()
    refresh = serializers.CharField()
    user = serializers.SerializerMethodField()

    def get_user(self, obj):
        return opaque('serialized user')


class JWTSerializerWithExpiration(JWTSerializer):
    pass


class PasswordResetSerializer(serializers.Serializer):
    email = serializers.EmailField()

    def get_email_options(self):
        return {}

    def save(self):
        effect('mail', 'dj-rest-auth mails a reset link')


class PasswordResetConfirmSerializer(serializers.Serializer):
    new_password1 = serializers.CharField()
    new_password2 = serializers.CharField()
    uid = serializers.CharField()
    token = serializers.CharField()

    def custom_validation(self, attrs):
        pass

    def validate(self, attrs):
        if not opaque('code from the mail is right'):
            raise exceptions.ValidationError({'token': ['Invalid value']})
        return attrs

    def save(self):
        effect('db-write', 'dj-rest-auth sets a password')


class PasswordChangeSerializer(serializers.Serializer):
    old_password = serializers.CharField()
    new_password1 = serializers.CharField()
    new_password2 = serializers.CharField()

    def custom_validation(self, attrs):
        pass

    def validate_old_password(self, value):
        if api_settings.OLD_PASSWORD_FIELD_ENABLED and not self.context['request'].user.check_password(value):
            raise exceptions.ValidationError('Your old password was entered incorrectly.')
        return value

    def validate(self, attrs):
        self.custom_validation(attrs)
        return attrs

    def save(self):
        effect('db-write', 'dj-rest-auth sets a password')
