import jwt

from django.contrib.auth import authenticate, get_user_model

from _unlatched import is_required, opaque
from rest_framework import serializers
from rest_framework_jwt.settings import api_settings
from rest_framework_jwt.utils import _unlatched_user, get_username_field


class JSONWebTokenSerializer(serializers.Serializer):
    password = serializers.CharField(write_only=True, required=True)
    token = serializers.CharField(read_only=True)

    def to_internal_value(self, data):
        value = super().to_internal_value(data)
        value[self.username_field] = self._unlatched_given(data, self.username_field)
        return value

    @property
    def username_field(self):
        return get_username_field()

    def validate(self, data):
        user = authenticate(self.context['request'], **{self.username_field: data.get(self.username_field), 'password': data.get('password')})
        if not user:
            raise serializers.ValidationError('Unable to log in with provided credentials.')
        return {'token': opaque('a new token'), 'user': user}


if is_required('djangorestframework-jwt'):

    class VerificationBaseSerializer(serializers.Serializer):
        token = serializers.CharField()

        def validate(self, attrs):
            raise NotImplementedError('Please define a validate method.')

        def _check_payload(self, token):
            try:
                return api_settings.JWT_DECODE_HANDLER(token)
            except jwt.DecodeError:
                raise serializers.ValidationError('Error decoding signature.')

        def _check_user(self, payload):
            return _unlatched_user(api_settings.JWT_PAYLOAD_GET_USERNAME_HANDLER(payload))

    class VerifyJSONWebTokenSerializer(VerificationBaseSerializer):
        def validate(self, attrs):
            token = attrs['token']
            return {'token': token, 'user': self._check_user(payload=self._check_payload(token=token))}

    class RefreshJSONWebTokenSerializer(VerificationBaseSerializer):
        def validate(self, attrs):
            user = self._check_user(payload=self._check_payload(token=attrs['token']))
            return {'token': opaque('a new token'), 'user': user}

else:
    from rest_framework_jwt.utils import check_payload, check_user

    class VerifyAuthTokenSerializer(serializers.Serializer):
        token = serializers.CharField(required=True)

        def validate(self, data):
            token = data['token']
            return {'token': token, 'user': check_user(payload=check_payload(token=token))}

    class RefreshAuthTokenSerializer(serializers.Serializer):
        token = serializers.CharField(required=True)

        def validate(self, data):
            user = check_user(payload=check_payload(token=data['token']))
            return {'token': opaque('a new token'), 'user': user}

    class ImpersonateAuthTokenSerializer(serializers.Serializer):
        user = serializers.PrimaryKeyRelatedField(queryset=get_user_model().objects.all())

        def validate(self, data):
            return {'user': data['user'], 'token': opaque('a new token')}
