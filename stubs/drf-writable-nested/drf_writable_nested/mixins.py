from rest_framework import serializers


class BaseNestedModelSerializer(serializers.ModelSerializer):
    pass


class NestedCreateMixin(BaseNestedModelSerializer):
    def create(self, validated_data):
        return super().create(validated_data)


class NestedUpdateMixin(BaseNestedModelSerializer):
    def update(self, instance, validated_data):
        return super().update(instance, validated_data)


class UniqueFieldsMixin(serializers.ModelSerializer):
    pass
