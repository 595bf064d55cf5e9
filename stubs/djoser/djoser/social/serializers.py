from _unlatched import opaque
from rest_framework import serializers


class ProviderAuthSerializer(serializers.Serializer):
    access = serializers.CharField(read_only=True)
    refresh = serializers.CharField(read_only=True)
    user = serializers.CharField(read_only=True)

    def create(self, validated_data):
        return opaque('user whom the provider vouches for')
