from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from partners.authentication import ClaimAuthentication, PolicyAuthentication
from partners.models import Claim, Policy
from partners.serializers import ClaimSerializer, PolicySerializer


class ClaimListView(generics.ListAPIView):
    authentication_classes = [ClaimAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Claim.objects.all()
    serializer_class = ClaimSerializer


class PolicyListView(generics.ListAPIView):
    authentication_classes = [PolicyAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Policy.objects.all()
    serializer_class = PolicySerializer
