from rest_framework.serializers import ListSerializer, ModelSerializer
from rest_framework_gis.fields import GeometryField, GeometrySerializerMethodField


class GeoModelSerializer(ModelSerializer):
    pass


class GeoFeatureModelListSerializer(ListSerializer):
    pass


class GeoFeatureModelSerializer(ModelSerializer):
    pass
