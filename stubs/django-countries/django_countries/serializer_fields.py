from rest_framework import serializers

from _unlatched import opaque


class CountryField(serializers.ChoiceField):
    def __init__(self, *args, **kwargs):
        self.country_dict = kwargs.pop('country_dict', None)
        self.name_only = kwargs.pop('name_only', None)
        kwargs.pop('countries', None)
        super().__init__(opaque('countries'), *args, **kwargs)

    def to_representation(self, obj):
        return opaque('country')

    def to_internal_value(self, data):
        return data
