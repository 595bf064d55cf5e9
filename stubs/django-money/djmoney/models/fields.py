from django.db import models
from django.db.models import NOT_PROVIDED

from _unlatched import opaque


class CurrencyField(models.CharField):
    def __init__(self, price_field=None, default=None, **kwargs):
        self.price_field = price_field
        super().__init__(default=default, **kwargs)

    def contribute_to_class(self, cls, name):
        if name not in [field.name for field in cls._meta.fields]:
            super().contribute_to_class(cls, name)


class MoneyField(models.DecimalField):
    """Two columns: the amount, and beside it the currency."""

    def __init__(self, verbose_name=None, name=None, max_digits=None, decimal_places=2, default=NOT_PROVIDED, *args, **kwargs):
        self.default_currency = kwargs.pop('default_currency', None)
        self.currency_max_length = kwargs.pop('currency_max_length', 3)
        self.currency_field_name = kwargs.pop('currency_field_name', None)
        kwargs.pop('currency_choices', None)
        kwargs.pop('money_descriptor_class', None)
        super().__init__(verbose_name, name, max_digits, decimal_places, default=default, **kwargs)

    def contribute_to_class(self, cls, name):
        self.add_currency_field(cls, name)
        super().contribute_to_class(cls, name)

    def add_currency_field(self, cls, name):
        currency = CurrencyField(price_field=self, max_length=self.currency_max_length, default=self.default_currency, editable=False, null=self.null)
        cls.add_to_class(self.currency_field_name or name + '_currency', currency)


def __getattr__(name):
    return opaque('djmoney.models.fields.' + name)
