"""Serializers whose fields the caller may narrow."""


class DynamicFieldsMixin:
    @property
    def fields(self):
        return super().fields
