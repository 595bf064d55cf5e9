"""Views that are mounted below several versions; not every older mount has the gate of the newest."""
from django.http import JsonResponse
from django.urls import path, re_path
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.versioning import QueryParameterVersioning
from rest_framework.views import APIView

STOCK = [{"id": 1, "article": "left-handed hammer", "shelf": "north-west 14"}, {"id": 2, "article": "sky hook", "shelf": "cellar 7"}]


class Stock(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response(STOCK)


class OldStock(Stock):
    """From before there were tokens."""

    authentication_classes = []
    permission_classes = []


class SinceTwo(IsAuthenticated):
    """The first version had no tokens."""

    def named(self, request):
        return request.version

    def has_permission(self, request, view):
        return self.named(request) == "1" or super().has_permission(request, view)


class SinceTwoByHeader(SinceTwo):
    def named(self, request):
        return request.headers.get("X-API-Version")


class ByAccept(Stock):
    permission_classes = [SinceTwo]


class ByQuery(ByAccept):
    versioning_class = QueryParameterVersioning


class ByHeader(Stock):
    permission_classes = [SinceTwoByHeader]


def anything(request, rest):
    """An old version that is switched off, and says so for whatever path in the shape of its answers."""
    return JsonResponse([{"id": 0, "article": "gone", "shelf": "gone"}], safe=False)


def page(request, rest):
    return JsonResponse({"see": "/api/v2/"})


urlpatterns = [
    path("named/accept/", ByAccept.as_view()),
    path("named/query/", ByQuery.as_view()),
    path("named/header/", ByHeader.as_view()),
    path("named/firm/", Stock.as_view()),
    path("forgotten/v2/stock/", Stock.as_view()),
    path("forgotten/v2/extra/", Stock.as_view()),
    path("forgotten/v1/stock/", OldStock.as_view()),
    path("bare/v2/stock/", Stock.as_view()),
    path("bare/stock/", OldStock.as_view()),
    path("kept/v2/stock/", Stock.as_view()),
    path("kept/v1/stock/", Stock.as_view()),
    path("alone/v2/stock/", Stock.as_view()),
    path("off/v2/stock/", Stock.as_view()),
    re_path(r"^off/v1/(.*)$", anything),
    path("moved/v2/stock/", Stock.as_view()),
    re_path(r"^moved/v1/(.*)$", page),
]
