from rest_framework import serializers

from devices.models import Alarm, Reading


class ReadingSerializer(serializers.ModelSerializer):
    class Meta:
        model = Reading
        fields = ["id", "patient", "kind", "value"]


class AlarmSerializer(serializers.ModelSerializer):
    class Meta:
        model = Alarm
        fields = ["id", "patient", "kind", "raised"]
