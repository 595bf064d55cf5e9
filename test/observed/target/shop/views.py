"""The operations; truth.json says what each does to each probe."""
import time

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from rest_framework.authentication import SessionAuthentication, TokenAuthentication
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication

from shop import gates
from shop.models import Item


def rows():
    return list(Item.objects.values("id", "name", "supplier_email"))


class Listing(APIView):
    authentication_classes = [JWTAuthentication]
    permission_classes = [IsAuthenticated]

    def get(self, request, **kwargs):
        return Response(rows())

    def post(self, request, **kwargs):
        Item.objects.create(name="written", supplier_email="")
        return Response({}, status=201)

    delete = put = patch = post


class Catalogue(Listing):
    authentication_classes = []
    permission_classes = [AllowAny]


class OwnKey(Listing):
    authentication_classes = [gates.OwnKey]


class KeyFile(Listing):
    authentication_classes = [gates.KeyFile]


class Branches(Listing):
    authentication_classes = [gates.Branches]


class KnownKey(Listing):
    authentication_classes = [gates.KnownKey]


class Seats(Listing):
    authentication_classes = [gates.Seat]


class Claims(Listing):
    authentication_classes = [gates.Claims]


class SessionFirst(Listing):
    authentication_classes = [SessionAuthentication, JWTAuthentication]


class Hidden(Listing):
    permission_classes = [gates.HiddenFromStrangers]


class Full(Listing):
    throttle_classes = [gates.Always]


class Busy(Listing):
    throttle_classes = [gates.Once]


class Feed(Listing):
    permission_classes = [AllowAny]

    def get(self, request, **kwargs):
        body = {"names": [row["name"] for row in rows()]}
        if request.user.is_authenticated:
            body["suppliers"] = rows()
        return Response(body)


class Search(Feed):
    authentication_classes = [gates.Seat]


class Greeting(Feed):
    """The same keys for everybody, another value for a user."""

    authentication_classes = [gates.Seat]

    def get(self, request, **kwargs):
        return Response({"price": 3 if request.user.is_authenticated else 5, "at": time.time()})


class Readers(Listing):
    permission_classes = [gates.ReadersLogIn]

    def head(self, request, **kwargs):
        return self.get(request)


class QueryToo(Listing):
    authentication_classes = [gates.QueryToo]


class AnyKey(Listing):
    authentication_classes = [gates.AnyKey]


class Fragile(Listing):
    authentication_classes = [gates.Fragile]


class Strangers(Listing):
    permission_classes = [gates.StrangersOnly]


class OtherScheme(Listing):
    authentication_classes = [TokenAuthentication]
    permission_classes = [AllowAny]


class Clock(Catalogue):
    def get(self, request, **kwargs):
        return Response({"now": time.time(), "count": len(rows())})


class Detail(Listing):
    def get(self, request, pk, **kwargs):
        return Response({"name": get_object_or_404(Item, pk=pk).name})


class OpenDetail(Detail):
    authentication_classes = []
    permission_classes = [AllowAny]


class Visits(Catalogue):
    def get(self, request, **kwargs):
        Item.objects.create(name="visited", supplier_email="")
        return Response(rows())


def user_of(request):
    found = JWTAuthentication()
    try:
        result = found.authenticate(request)
    except Exception:
        return None
    return result[0] if result else None


def pages(request):
    if user_of(request) is None:
        return HttpResponseRedirect(f"/accounts/login/?next={request.path}")
    return JsonResponse({"items": rows()})


def envelope(request):
    if user_of(request) is None:
        return JsonResponse({"code": 401, "message": "please log in"})
    return JsonResponse({"code": 0, "items": rows()})


def inline_login(request):
    """A login form in place of the page, whatever token comes."""
    return HttpResponse("<!doctype html><form><input name=u><input type='password' name=p></form>")


def form(request):
    if request.method == "POST":
        Item.objects.create(name="posted", supplier_email="")
    return JsonResponse({"items": rows()})


def catch_all(request, rest):
    return JsonResponse({"page": "home", "path": "spa"})
