from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.generic import View

from _unlatched import opaque
from silk.auth import login_possibly_required, permissions_possibly_required


class ProfileDotView(View):
    @method_decorator(login_possibly_required)
    @method_decorator(permissions_possibly_required)
    def get(self, request, request_id):
        return HttpResponse(opaque('profiles'))
