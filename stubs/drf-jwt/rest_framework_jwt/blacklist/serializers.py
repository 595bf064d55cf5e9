from rest_framework import serializers

from rest_framework_jwt.blacklist.models import BlacklistedToken


class BlacklistTokenSerializer(serializers.ModelSerializer):
    class Meta:
        model = BlacklistedToken
        fields = '__all__'
