from djoser.serializers import UserCreateMixin
from rest_framework import serializers


class WebauthnSignupSerializer(serializers.ModelSerializer):
    pass


class WebauthnCreateUserSerializer(UserCreateMixin, serializers.ModelSerializer):
    pass


class WebauthnLoginSerializer(serializers.Serializer):
    pass
