from rest_framework import serializers


class PermittedPkRelatedField(serializers.PrimaryKeyRelatedField):
    pass


class PermittedSlugRelatedField(serializers.SlugRelatedField):
    pass
