from django.views.generic import View

from oauth2_provider.views.mixins import (
    ClientProtectedResourceMixin, ProtectedResourceMetadataMixin, ProtectedResourceMixin, ReadWriteScopedResourceMixin,
    ScopedResourceMixin,
)


class ProtectedResourceView(ProtectedResourceMixin, View):
    pass


class ScopedProtectedResourceView(ScopedResourceMixin, ProtectedResourceView):
    pass


class ReadWriteScopedResourceView(ReadWriteScopedResourceMixin, ProtectedResourceView):
    pass


class ClientProtectedResourceView(ClientProtectedResourceMixin, View):
    pass


class ClientProtectedScopedResourceView(ScopedResourceMixin, ClientProtectedResourceView):
    pass


class ProtectedResourceMetadataView(ProtectedResourceMetadataMixin, ProtectedResourceView):
    pass


class ScopedProtectedResourceMetadataView(ProtectedResourceMetadataMixin, ScopedProtectedResourceView):
    pass


class ReadWriteScopedProtectedResourceMetadataView(ProtectedResourceMetadataMixin, ReadWriteScopedResourceView):
    pass


class ClientProtectedResourceMetadataView(ProtectedResourceMetadataMixin, ClientProtectedResourceView):
    pass
