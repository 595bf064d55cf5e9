from _unlatched import effect, opaque
from django.http import JsonResponse

from allauth.headless.base.views import AuthenticatedAPIView


class SessionsView(AuthenticatedAPIView):
    def delete(self, request, *args, **kwargs):
        effect('db-write', 'SessionsView')
        return JsonResponse(opaque('answer'))

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))
