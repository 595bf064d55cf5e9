"""One list of papers behind each gate."""
import gates
import parts
from django.urls import path
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

PAPERS = [{"number": 7, "title": "A survey of the north meadow"}, {"number": 9, "title": "The mill and its water"}]


class HasScope(IsAuthenticated):
    def has_permission(self, request, view):
        if not super().has_permission(request, view):
            return False
        claims = parts.read(request.auth.split(".")[1])
        return "papers:read" in claims.get("scope", "").split()


class Papers(APIView):
    def get(self, request):
        return Response({"reader": request.user.username, "papers": PAPERS})


def behind(gate, permission=IsAuthenticated):
    return Papers.as_view(authentication_classes=[gate], permission_classes=[permission])


urlpatterns = [
    path("api/right/", behind(parts.Right)),
    path("api/right-pair/", behind(parts.RightByPair)),
    path("api/right-curve/", behind(parts.RightByCurve)),
    path("api/two-secrets/", behind(gates.TwoSecrets)),
    path("api/set-secrets/", behind(gates.SetSecrets)),
    path("api/numbers/", behind(gates.Numbers)),
    path("api/numbers-in-range/", behind(gates.NumbersInRange)),
    path("api/any-form/", behind(gates.AnyForm)),
    path("api/any-signed-form/", behind(gates.AnySignedForm)),
    path("api/certificate/", behind(gates.Certificate)),
    path("api/known-certificate/", behind(gates.KnownCertificate)),
    path("api/address/", behind(gates.Address)),
    path("api/known-address/", behind(gates.KnownAddress)),
    path("api/address-of-known-key/", behind(gates.AddressOfKnownKey)),
    path("api/certificate-address/", behind(gates.CertificateAddress)),
    path("api/table/", behind(gates.Table)),
    path("api/table-by-name/", behind(gates.TableByName)),
    path("api/letter/", behind(gates.Letter)),
    path("api/bare-letter/", behind(gates.BareLetter)),
    path("api/signed-letter/", behind(gates.SignedLetter)),
    path("api/shared/", behind(gates.Shared)),
    path("api/shared-text/", behind(gates.SharedText)),
    path("api/shared-json/", behind(gates.SharedJson)),
    path("api/shared-secret/", behind(gates.SharedSecret)),
    path("api/plain/", behind(gates.Plain)),
    path("api/plain-with-header/", behind(gates.PlainWithHeader)),
    path("api/any-start/", behind(gates.AnyStart)),
    path("api/claimed/", behind(gates.Claimed)),
    path("api/claimed-and-known/", behind(gates.ClaimedAndKnown)),
    path("api/as-it-is/", behind(gates.AsItIs)),
    path("api/any-use/", behind(gates.AnyUse)),
    path("api/almost-any-use/", behind(gates.AlmostAnyUse)),
    path("api/any-type/", behind(gates.AnyType)),
    path("api/last-of-two/", behind(gates.LastOfTwo)),
    path("api/scoped/", behind(parts.Right, HasScope)),
]
