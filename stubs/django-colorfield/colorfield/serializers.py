from rest_framework.serializers import CharField


class ColorField(CharField):
    def to_internal_value(self, data):
        return data
