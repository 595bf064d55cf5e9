"""The answer to OPTIONS: a description; the gate has been passed before it is made."""
from _unlatched import opaque


class BaseMetadata:
    def determine_metadata(self, request, view):
        raise NotImplementedError('.determine_metadata() must be overridden.')


class SimpleMetadata(BaseMetadata):
    def determine_metadata(self, request, view):
        return {'name': view.get_view_name(), 'actions': self.determine_actions(request, view)}

    def determine_actions(self, request, view):
        return {}

    def get_serializer_info(self, serializer):
        return opaque('serializer description')

    def get_field_info(self, field):
        return opaque('field description')
