class PartialUpdateSerializerMixin:
    def save(self, **kwargs):
        return super().save(**kwargs)

    def update(self, instance, validated_attrs):
        return super().update(instance, validated_attrs)
