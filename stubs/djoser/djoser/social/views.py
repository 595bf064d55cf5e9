from djoser.conf import settings
from rest_framework import generics, permissions, status
from rest_framework.response import Response


class ProviderAuthView(generics.CreateAPIView):
    permission_classes = [permissions.AllowAny]
    serializer_class = settings.SERIALIZERS.provider_auth

    def get(self, request, *args, **kwargs):
        if request.GET.get('redirect_uri') not in settings.SOCIAL_AUTH_ALLOWED_REDIRECT_URIS:
            return Response('redirect_uri must be in SOCIAL_AUTH_ALLOWED_REDIRECT_URIS', status=status.HTTP_400_BAD_REQUEST)
        return Response(data={'authorization_url': 'a page of the provider'})
