"""One list of papers behind each gate."""
import gates
import parts
from django.http import JsonResponse
from django.urls import path
from rest_framework.permissions import IsAdminUser, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.authentication import JWTAuthentication, JWTStatelessUserAuthentication

PAPERS = [{"number": 7, "title": "A survey of the north meadow"}, {"number": 9, "title": "The mill and its water"}]


class HasScope(IsAuthenticated):
    scope = "papers:read"

    def has_permission(self, request, view):
        return super().has_permission(request, view) and self.may(request)

    def may(self, request):
        return self.scope in self.claims(request).get("scope", "").split()

    def claims(self, request):
        return parts.read(request.auth.split(".")[1])


class MayWrite(HasScope):
    scope = "papers:write"


class MayWriteByAccount(HasScope):
    def may(self, request):
        return request.user.groups.filter(name="writers").exists()


class HasRole(HasScope):
    def may(self, request):
        return self.claims(request)["role"] == "admin"


class HasGivenRole(HasScope):
    """Roles are given here; the one in the token is for the pages only."""

    def may(self, request):
        return self.claims(request)["role"] in request.user.groups.values_list("name", flat=True)


class Papers(APIView):
    def get(self, request):
        return Response({"reader": request.user.username, "papers": PAPERS})


def behind(gate, permission=IsAuthenticated):
    return Papers.as_view(authentication_classes=[gate], permission_classes=[permission])


urlpatterns = [
    path(".well-known/jwks.json", lambda request: JsonResponse(parts.JWKS)),
    path("api/right/", behind(parts.Right)),
    path("api/right-pair/", behind(parts.RightByPair)),
    path("api/right-curve/", behind(parts.RightByCurve)),
    path("api/two-secrets/", behind(gates.TwoSecrets)),
    path("api/set-secrets/", behind(gates.SetSecrets)),
    path("api/numbers/", behind(gates.Numbers)),
    path("api/numbers-in-range/", behind(gates.NumbersInRange)),
    path("api/any-form/", behind(gates.AnyForm)),
    path("api/cut-at-dots/", behind(gates.CutAtDots)),
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
    path("api/curve-letter/", behind(gates.CurveLetter)),
    path("api/signed-curve-letter/", behind(gates.SignedCurveLetter)),
    path("api/shared-as-served/", behind(gates.SharedAsServed)),
    path("api/shared/", behind(gates.Shared)),
    path("api/shared-text/", behind(gates.SharedText)),
    path("api/shared-json/", behind(gates.SharedJson)),
    path("api/shared-secret/", behind(gates.SharedSecret)),
    path("api/plain/", behind(gates.Plain)),
    path("api/plain-with-header/", behind(gates.PlainWithHeader)),
    path("api/any-start/", behind(gates.AnyStart)),
    path("api/any-issue/", behind(gates.AnyIssue)),
    path("api/not-those-two/", behind(gates.NotThoseTwo)),
    path("api/one-of-two/", behind(gates.OneOfTwo)),
    path("api/any-of-the-login/", behind(gates.AnyOfTheLogin)),
    path("api/for-readers/", behind(gates.ForReaders)),
    path("api/claimed/", behind(gates.Claimed)),
    path("api/claimed-and-known/", behind(gates.ClaimedAndKnown)),
    path("api/as-it-is/", behind(gates.AsItIs)),
    path("api/any-use/", behind(gates.AnyUse)),
    path("api/almost-any-use/", behind(gates.AlmostAnyUse)),
    path("api/any-type/", behind(gates.AnyType)),
    path("api/last-of-two/", behind(gates.LastOfTwo)),
    path("api/scoped/", behind(parts.Right, HasScope)),
    path("api/writing/", behind(parts.Right, MayWrite)),
    path("api/writing-by-account/", behind(parts.Right, MayWriteByAccount)),
    path("api/staff-by-claim/", behind(JWTStatelessUserAuthentication, IsAdminUser)),
    path("api/staff-by-account/", behind(JWTAuthentication, IsAdminUser)),
    path("api/role/", behind(parts.Right, HasRole)),
    path("api/given-role/", behind(parts.Right, HasGivenRole)),
]
