"""Routes that are more generous than the gates in front of them, and such as are not."""
from django.http import JsonResponse
from django.urls import path, re_path
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import BrowsableAPIRenderer, JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication

import kept
import keys
import people
import versions
import words

STOCK = [{"id": 1, "article": "left-handed hammer", "shelf": "north-west 14"}, {"id": 2, "article": "sky hook", "shelf": "cellar 7"}]


def stock(request, **names):
    return JsonResponse(STOCK, safe=False)


def anything(request, **names):
    """Answers whatever path there is, as some gateways do."""
    return JsonResponse([{"id": 0, "article": "", "shelf": ""}], safe=False)


class Pages(APIView):
    renderer_classes = [JSONRenderer, BrowsableAPIRenderer]

    def get(self, request):
        return Response(STOCK)


class Guarded(Pages):
    permission_classes = [IsAuthenticated]


class Forbidden(Guarded):
    """Its authenticators have no challenge, so DRF answers 403."""

    authentication_classes = [SessionAuthentication, JWTAuthentication]


def of_caller(request, **names):
    """Everybody may call it in capitals, and gets what is theirs."""
    return JsonResponse(STOCK if request.headers.get("Authorization") else [], safe=False)


urlpatterns = [
    re_path(r"^[Aa]pi/[Oo]wn/[Ss]tock/$", of_caller),
    re_path(r"^[Aa]pi/[Cc]ase/[Ss]tock/$", stock),
    re_path(r"^api/suffix(\.(?P<format>json|csv))?/?$", stock),
    re_path(r"^api/slash/?$", stock),
    path("api/folded/stock/", stock),
    path("api/strict/stock/", stock),
    path("api/strict/shell/", stock),
    path("api/strict/account/", stock),
    path("api/encoded/stock/", stock),
    path("api/pages/plain/", stock),
    path("api/docs/stock/", Pages.as_view()),
    path("api/homely/", Guarded.as_view()),
    path("api/forbidden/", Forbidden.as_view()),
    path("api/last/", Guarded.as_view()),
    path("api/first/", Guarded.as_view()),
    path("api/view/stock/", Guarded.as_view()),
    re_path(r"^api/view/stock(\.(?P<format>json))?$", Guarded.as_view()),
    re_path(r"^[Aa]pi/[Gg]ateway/.*$", anything),
    *kept.urlpatterns,
    *keys.urlpatterns,
    *people.urlpatterns,
    *words.urlpatterns,
    *versions.urlpatterns,
]
