"""Ships and their papers as JSON."""
from rest_framework import serializers

from vessels.models import Certificate, Inspection, Vessel


class VesselSerializer(serializers.ModelSerializer):
    class Meta:
        model = Vessel
        fields = ["id", "name", "captain", "draught"]


class CertificateSerializer(serializers.ModelSerializer):
    class Meta:
        model = Certificate
        fields = ["id", "vessel", "number"]


class InspectionSerializer(serializers.ModelSerializer):
    class Meta:
        model = Inspection
        fields = ["id", "vessel", "remark"]
