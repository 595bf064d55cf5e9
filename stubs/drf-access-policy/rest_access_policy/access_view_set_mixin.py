from rest_access_policy import AccessPolicy


class AccessViewSetMixin:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        access_policy = getattr(self, 'access_policy', None)
        if not isinstance(access_policy, type) or not issubclass(access_policy, AccessPolicy):
            raise Exception('AccessViewSetMixin needs an AccessPolicy in the access_policy class attribute')
        self.permission_classes = [self.access_policy] + list(self.permission_classes)

    def finalize_response(self, request, response, *args, **kwargs):
        return super().finalize_response(request, response, *args, **kwargs)
