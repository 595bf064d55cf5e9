from rest_framework import serializers

from partners.models import Claim, Policy


class ClaimSerializer(serializers.ModelSerializer):
    class Meta:
        model = Claim
        fields = ["id", "patient", "insurer", "amount"]


class PolicySerializer(serializers.ModelSerializer):
    class Meta:
        model = Policy
        fields = ["id", "patient", "insurer", "number"]
