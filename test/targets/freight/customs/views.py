"""Papers of the customs office. All look alike and differ in whose tokens they take."""
from rest_framework import generics, serializers
from rest_framework.permissions import IsAuthenticated

from customs import authentication
from customs.models import Declaration


class DeclarationSerializer(serializers.ModelSerializer):
    class Meta:
        model = Declaration
        fields = ["id", "number", "goods", "value"]


class Papers(generics.ListAPIView):
    """Base of the lists."""

    queryset = Declaration.objects.order_by("id")
    serializer_class = DeclarationSerializer
    permission_classes = [IsAuthenticated]


class OfficeListView(Papers):
    authentication_classes = [authentication.OfficeAuthentication]


class OfficeDetailView(generics.RetrieveAPIView):
    queryset = Declaration.objects.all()
    serializer_class = DeclarationSerializer
    authentication_classes = [authentication.OfficeAuthentication]
    permission_classes = [IsAuthenticated]


class DeclarationView(Papers):
    authentication_classes = [authentication.DeclarationAuthentication]


class TariffView(Papers):
    authentication_classes = [authentication.TariffAuthentication]


class PermitView(Papers):
    authentication_classes = [authentication.PermitAuthentication]


class LicenceView(Papers):
    authentication_classes = [authentication.LicenceAuthentication]


class BondView(Papers):
    authentication_classes = [authentication.BondAuthentication]


class DepositView(Papers):
    authentication_classes = [authentication.DepositAuthentication]


class SealView(Papers):
    authentication_classes = [authentication.SealAuthentication]


class StampView(Papers):
    authentication_classes = [authentication.StampAuthentication]


class QuotaView(Papers):
    authentication_classes = [authentication.QuotaAuthentication]


class DutyView(Papers):
    authentication_classes = [authentication.DutyAuthentication]


class ExciseView(Papers):
    authentication_classes = [authentication.ExciseAuthentication]


class ReleaseView(Papers):
    authentication_classes = [authentication.ReleaseAuthentication]


class ClearanceView(Papers):
    authentication_classes = [authentication.CustomsAuthentication]


class LedgerView(Papers):
    authentication_classes = [authentication.LedgerAuthentication]


class JournalView(Papers):
    authentication_classes = [authentication.JournalAuthentication]
