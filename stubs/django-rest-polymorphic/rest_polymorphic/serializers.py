from rest_framework import serializers


class PolymorphicSerializer(serializers.Serializer):
    model_serializer_mapping = None
    resource_type_field_name = 'resourcetype'

    def to_resource_type(self, model_or_instance):
        return model_or_instance._meta.object_name
