from rest_framework import generics
from rest_framework.permissions import IsAuthenticated
from rest_framework_simplejwt.authentication import JWTAuthentication

from devices.authentication import AlarmKeyAuthentication, ReadingKeyAuthentication
from devices.models import Alarm, Reading
from devices.serializers import AlarmSerializer, ReadingSerializer


class ReadingListView(generics.ListAPIView):
    authentication_classes = [JWTAuthentication, ReadingKeyAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Reading.objects.all()
    serializer_class = ReadingSerializer


class AlarmListView(generics.ListAPIView):
    authentication_classes = [JWTAuthentication, AlarmKeyAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Alarm.objects.all()
    serializer_class = AlarmSerializer
