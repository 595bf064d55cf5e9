from rest_framework.serializers import ListSerializer


class BulkSerializerMixin:
    def to_internal_value(self, data):
        return super().to_internal_value(data)


class BulkListSerializer(ListSerializer):
    update_lookup_field = 'id'

    def update(self, queryset, all_validated_data):
        return [self.child.update(row, all_validated_data) for row in queryset]
