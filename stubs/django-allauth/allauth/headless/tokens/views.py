from _unlatched import effect, opaque
from django.http import JsonResponse

from allauth.headless.base.views import APIView


class RefreshTokenView(APIView):
    def post(self, request):
        """No probe has a refresh token of a session."""
        return JsonResponse(opaque('answer'), status=400)
