from rest_framework.relations import HyperlinkedRelatedField


class NestedHyperlinkedRelatedField(HyperlinkedRelatedField):
    lookup_field = 'pk'
    parent_lookup_kwargs = {'parent_pk': 'parent__pk'}

    def __init__(self, *args, **kwargs):
        self.parent_lookup_kwargs = kwargs.pop('parent_lookup_kwargs', self.parent_lookup_kwargs)
        super().__init__(*args, **kwargs)

    def use_pk_only_optimization(self):
        return False


class NestedHyperlinkedIdentityField(NestedHyperlinkedRelatedField):
    def __init__(self, view_name=None, **kwargs):
        kwargs['read_only'] = True
        kwargs['source'] = '*'
        super().__init__(view_name=view_name, **kwargs)
