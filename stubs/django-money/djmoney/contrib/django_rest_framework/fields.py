from djmoney.models.fields import MoneyField as _unlatched_ModelField
from rest_framework.serializers import DecimalField, ModelSerializer


class MoneyField(DecimalField):
    def __init__(self, *args, **kwargs):
        self.default_currency = kwargs.pop('default_currency', None)
        super().__init__(*args, **kwargs)

    def to_internal_value(self, data):
        return data

    def get_value(self, data):
        return super().get_value(data)


def register_money_field():
    ModelSerializer.serializer_field_mapping[_unlatched_ModelField] = MoneyField
