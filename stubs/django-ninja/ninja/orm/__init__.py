from _unlatched import opaque
from ninja.schema import Schema


class ModelSchema(Schema):
    pass


def create_schema(model, *args, **kwargs):
    return Schema


def register_field(django_field, python_type):
    return None


def __getattr__(name):
    return opaque('ninja.orm.' + name)
