from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.generic import View

from _unlatched import effect, opaque
from silk.auth import login_possibly_required, permissions_possibly_required


class ClearDBView(View):
    @method_decorator(login_possibly_required)
    @method_decorator(permissions_possibly_required)
    def get(self, request, *_, **kwargs):
        return HttpResponse(opaque('profiles'))

    @method_decorator(login_possibly_required)
    @method_decorator(permissions_possibly_required)
    def post(self, request, *_, **kwargs):
        effect('db-write', 'recorded requests are removed')
        return HttpResponse(opaque('profiles'))
