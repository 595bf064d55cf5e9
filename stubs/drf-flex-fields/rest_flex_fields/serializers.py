from rest_framework import serializers


class FlexFieldsSerializerMixin:
    expandable_fields = {}

    def __init__(self, *args, **kwargs):
        for name in ('expand', 'fields', 'omit', 'parent'):
            kwargs.pop(name, None)
        super().__init__(*args, **kwargs)


class FlexFieldsModelSerializer(FlexFieldsSerializerMixin, serializers.ModelSerializer):
    pass
