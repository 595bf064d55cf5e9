from rest_framework.serializers import HyperlinkedModelSerializer
from rest_framework_nested.relations import NestedHyperlinkedIdentityField, NestedHyperlinkedRelatedField


class NestedHyperlinkedModelSerializer(HyperlinkedModelSerializer):
    parent_lookup_kwargs = {'parent_pk': 'parent__pk'}
    serializer_url_field = NestedHyperlinkedIdentityField
    serializer_related_field = NestedHyperlinkedRelatedField

    def __init__(self, *args, **kwargs):
        self.parent_lookup_kwargs = kwargs.pop('parent_lookup_kwargs', self.parent_lookup_kwargs)
        super().__init__(*args, **kwargs)
