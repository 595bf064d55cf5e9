from django.contrib.auth import authenticate, get_user_model

from _unlatched import opaque, version_of
from rest_framework import serializers
from rest_framework_jwt.settings import api_settings


class JSONWebTokenSerializer(serializers.Serializer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[self.username_field] = serializers.CharField()
        self.fields['password'] = serializers.CharField(write_only=True)

    @property
    def username_field(self):
        return get_user_model().USERNAME_FIELD

    def validate(self, data):
        user = authenticate(self.context['request'], **{self.username_field: data.get(self.username_field), 'password': data.get('password')})
        if not user:
            raise serializers.ValidationError('Unable to log in with provided credentials.')
        return {'token': opaque('a new token'), 'user': user}


if version_of('djangorestframework-jwt') >= (2, 0):

    class VerifyAuthTokenSerializer(serializers.Serializer):
        token = serializers.CharField(required=False)

        def validate(self, data):
            return {'token': data.get('token'), 'user': opaque('user of the token')}

    class RefreshAuthTokenSerializer(serializers.Serializer):
        token = serializers.CharField(required=False)

        def validate(self, data):
            return {'token': opaque('a new token'), 'user': opaque('user of the token')}

    class ImpersonateAuthTokenSerializer(serializers.Serializer):
        user = serializers.PrimaryKeyRelatedField(queryset=get_user_model().objects.all(), write_only=True)

        def validate(self, data):
            return {'token': opaque('a new token')}

else:

    class VerificationBaseSerializer(serializers.Serializer):
        token = serializers.CharField()

        def validate(self, data):
            return {'token': api_settings.JWT_ENCODE_HANDLER(data), 'user': opaque('user of the token')}

    class VerifyJSONWebTokenSerializer(VerificationBaseSerializer):
        pass

    class RefreshJSONWebTokenSerializer(VerificationBaseSerializer):
        pass
