from rest_framework import serializers

from lab.models import Culture, Order, Result, Sample


class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "patient", "panel", "done"]


class ResultSerializer(serializers.ModelSerializer):
    class Meta:
        model = Result
        fields = ["id", "order", "analyte", "value", "unit"]


class SampleSerializer(serializers.ModelSerializer):
    class Meta:
        model = Sample
        fields = ["id", "order", "barcode", "material"]


class CultureSerializer(serializers.ModelSerializer):
    class Meta:
        model = Culture
        fields = ["id", "order", "organism"]
