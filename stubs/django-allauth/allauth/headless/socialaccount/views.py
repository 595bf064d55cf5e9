from _unlatched import effect, opaque
from django.http import JsonResponse

from allauth.headless.base.response import ConflictResponse
from allauth.headless.base.views import APIView, AuthenticatedAPIView


class ProviderSignupView(APIView):
    def handle(self, request, *args, **kwargs):
        if not request.session.get('socialaccount_sociallogin'):
            return ConflictResponse(request)
        return super().handle(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def post(self, request, *args, **kwargs):
        effect('db-write', 'ProviderSignupView')
        return JsonResponse(opaque('answer'))


class RedirectToProviderView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'RedirectToProviderView')
        return JsonResponse(opaque('answer'))


class ManageProvidersView(AuthenticatedAPIView):
    def get(self, request, *args, **kwargs):
        return JsonResponse(opaque('answer'))

    def delete(self, request, *args, **kwargs):
        effect('db-write', 'ManageProvidersView')
        return JsonResponse(opaque('answer'))


class ProviderTokenView(APIView):
    def post(self, request, *args, **kwargs):
        effect('db-write', 'ProviderTokenView')
        return JsonResponse(opaque('answer'))
