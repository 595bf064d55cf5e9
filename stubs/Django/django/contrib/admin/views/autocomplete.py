"""Search for related rows."""
from _unlatched import opaque
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.views.generic.list import BaseListView


class AutocompleteJsonView(BaseListView):
    paginate_by = 20
    admin_site = None

    def get(self, request, *args, **kwargs):
        if not self.has_perm(request):
            raise PermissionDenied
        return JsonResponse({"results": []})

    def has_perm(self, request, obj=None):
        return request.user.is_staff

    process_request = serialize_result = opaque("left out of AutocompleteJsonView")
