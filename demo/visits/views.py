from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from visits.models import Prescription, Referral, Visit, VisitNote
from visits.serializers import PrescriptionSerializer, ReferralSerializer, VisitNoteSerializer, VisitSerializer


class VisitListView(generics.ListCreateAPIView):
    queryset = Visit.objects.all()
    serializer_class = VisitSerializer


class VisitNoteListView(generics.ListCreateAPIView):
    permission_classes = [IsAuthenticated]
    queryset = VisitNote.objects.all()
    serializer_class = VisitNoteSerializer


class ReferralListView(generics.ListAPIView):
    permission_classes = []
    queryset = Referral.objects.all()
    serializer_class = ReferralSerializer


class PrescriptionListView(generics.ListAPIView):
    permission_classes = [IsAuthenticated]
    queryset = Prescription.objects.all()
    serializer_class = PrescriptionSerializer
