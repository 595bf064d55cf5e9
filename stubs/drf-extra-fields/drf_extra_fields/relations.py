from rest_framework.relations import PrimaryKeyRelatedField, SlugRelatedField

from _unlatched import opaque


class ReadSourceMixin:
    def __init__(self, **kwargs):
        self.read_source = kwargs.pop('read_source', None)
        super().__init__(**kwargs)


class PresentableRelatedFieldMixin(ReadSourceMixin):
    def __init__(self, **kwargs):
        self.presentation_serializer = kwargs.pop('presentation_serializer', None)
        self.presentation_serializer_kwargs = kwargs.pop('presentation_serializer_kwargs', {})
        super().__init__(**kwargs)

    def to_representation(self, data):
        return opaque('serialized row')


class PresentablePrimaryKeyRelatedField(PresentableRelatedFieldMixin, PrimaryKeyRelatedField):
    pass


class PresentableSlugRelatedField(PresentableRelatedFieldMixin, SlugRelatedField):
    pass
