from rest_framework import generics
from rest_framework.permissions import IsAuthenticated

from lab.authentication import (
    CultureAuthentication,
    OrderAuthentication,
    ResultAuthentication,
    SampleAuthentication,
)
from lab.models import Culture, Order, Result, Sample
from lab.permissions import CredentialPresented
from lab.serializers import CultureSerializer, OrderSerializer, ResultSerializer, SampleSerializer


class ResultListView(generics.ListAPIView):
    authentication_classes = [ResultAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Result.objects.all()
    serializer_class = ResultSerializer


class OrderListView(generics.ListAPIView):
    authentication_classes = [OrderAuthentication]
    permission_classes = [IsAuthenticated]
    queryset = Order.objects.all()
    serializer_class = OrderSerializer


class SampleListView(generics.ListAPIView):
    authentication_classes = [SampleAuthentication]
    permission_classes = [CredentialPresented]
    queryset = Sample.objects.all()
    serializer_class = SampleSerializer


class CultureListView(generics.ListAPIView):
    authentication_classes = [CultureAuthentication]
    permission_classes = [CredentialPresented]
    queryset = Culture.objects.all()
    serializer_class = CultureSerializer
