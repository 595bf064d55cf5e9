import logging

from rest_framework import generics, viewsets
from rest_framework.decorators import action, api_view, authentication_classes, permission_classes
from rest_framework.permissions import AllowAny, IsAdminUser, IsAuthenticated
from rest_framework.response import Response
from rest_framework_simplejwt.authentication import JWTAuthentication

from accounts.headers import fingerprint
from patients.authentication import DocumentAuthentication, ImageAuthentication
from patients.models import Allergy, Document, EmergencyContact, Image, Patient
from patients.serializers import (
    AllergySerializer,
    DocumentSerializer,
    EmergencyContactSerializer,
    ImageSerializer,
    PatientSerializer,
)

audit = logging.getLogger("clinic.audit")


class PatientViewSet(viewsets.ModelViewSet):
    queryset = Patient.objects.all()
    serializer_class = PatientSerializer

    def get_permissions(self):
        if self.action == "destroy":
            return [IsAdminUser()]
        return [IsAuthenticated()]

    @action(detail=True)
    def timeline(self, request, pk=None):
        patient = self.get_object()
        visits = patient.visits.order_by("day").values("day", "complaint")
        return Response({"patient": patient.pk, "visits": list(visits)})


@api_view(["GET"])
@authentication_classes([])
@permission_classes([AllowAny])
def contact_list(request):
    audit.info("contacts read by %s", fingerprint(request))
    contacts = EmergencyContact.objects.select_related("patient")
    return Response(EmergencyContactSerializer(contacts, many=True).data)


@api_view(["GET"])
@authentication_classes([JWTAuthentication])
@permission_classes([IsAuthenticated])
def allergy_list(request):
    audit.info("allergies read by %s", fingerprint(request))
    allergies = Allergy.objects.select_related("patient")
    return Response(AllergySerializer(allergies, many=True).data)


class DocumentListView(generics.ListAPIView):
    authentication_classes = [DocumentAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Document.objects.all()
    serializer_class = DocumentSerializer


class ImageListView(generics.ListAPIView):
    authentication_classes = [ImageAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Image.objects.all()
    serializer_class = ImageSerializer
