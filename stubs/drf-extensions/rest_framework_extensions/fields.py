from rest_framework.relations import HyperlinkedRelatedField


class ResourceUriField(HyperlinkedRelatedField):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault('read_only', True)
        super().__init__(*args, **kwargs)
