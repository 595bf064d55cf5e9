"""A queryset narrowed by the parents in the URL; the parents are put into the data of the request after DRF's own gates."""
from django.core.exceptions import ImproperlyConfigured


class NestedViewSetMixin:
    def _get_parent_lookup_kwargs(self):
        lookups = getattr(self, 'parent_lookup_kwargs', None)
        if not lookups:
            lookups = getattr(self.get_serializer_class(), 'parent_lookup_kwargs', None)
        if not lookups:
            raise ImproperlyConfigured("NestedViewSetMixin need 'parent_lookup_kwargs' to find the parent from the URL")
        return lookups

    def get_queryset(self):
        queryset = super().get_queryset()
        if getattr(self, 'swagger_fake_view', False):
            return queryset
        return queryset.filter(**{field: self.kwargs[name] for name, field in self._get_parent_lookup_kwargs().items()})

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if getattr(self, 'swagger_fake_view', False):
            return
        self._get_parent_lookup_kwargs()
