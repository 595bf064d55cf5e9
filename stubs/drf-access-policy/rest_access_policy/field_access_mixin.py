class FieldAccessMixin:
    def __init__(self, *args, **kwargs):
        self.serializer_context = kwargs.get('context', {})
        super().__init__(*args, **kwargs)

    @property
    def access_policy(self):
        return self.Meta.access_policy
