"""Answers that a cache keeps, behind a gate that only looks whether there is a credential (guards.py)."""
from django.urls import path
from django.views.decorators.cache import cache_page
from django.views.decorators.vary import vary_on_headers
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication


class Keyed(JWTAuthentication):
    """The token travels in a header of its own."""

    def get_header(self, request):
        key = request.META.get("HTTP_X_API_KEY")
        return key and f"Bearer {key}".encode()


class Kept(APIView):
    authentication_classes = [Keyed]
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([{"id": 1, "article": "left-handed hammer", "for": request.user.username}])


kept = Kept.as_view()
urlpatterns = [
    # Before Django 5.2.19 the key of the cache is one for an empty header and for none (CVE-2026-113593).
    path("api/kept/stock/", cache_page(60)(vary_on_headers("Authorization")(kept))),
    path("api/kept/apart/", cache_page(60)(vary_on_headers("Authorization", "X-API-Key")(kept))),
    path("api/kept/plain/", kept),
]
