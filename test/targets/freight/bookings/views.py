"""Bookings, the cargo in them, customers and enquiries."""
from django.db.models import Sum
from rest_framework import generics, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from bookings.models import Booking, Customer, Enquiry
from bookings.serializers import BookingSerializer, CustomerSerializer, EnquirySerializer


class BookingViewSet(viewsets.ModelViewSet):
    queryset = Booking.objects.order_by("id")
    serializer_class = BookingSerializer

    def get_permissions(self):
        if self.action in ("list", "retrieve", "create", "update", "destroy"):
            return [IsAuthenticated()]
        return [AllowAny()]


class CustomerViewSet(viewsets.ModelViewSet):
    queryset = Customer.objects.order_by("id")
    serializer_class = CustomerSerializer
    http_method_names = ["get", "patch"]

    def get_permissions(self):
        if self.action == "metadata":
            return [AllowAny()]
        return [IsAuthenticated()]


class CargoViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Booking.objects.order_by("id")
    serializer_class = BookingSerializer
    permission_classes = [IsAuthenticated]

    @action(detail=False, permission_classes=[AllowAny])
    def weights(self, request):
        return Response({"bookings": BookingSerializer(self.get_queryset(), many=True).data})

    @action(detail=True)
    def papers(self, request, pk=None):
        booking = self.get_object()
        return Response({"reference": booking.reference, "customer": booking.customer.name})


class BookingSummaryView(APIView):
    def get(self, request):
        total = Booking.objects.aggregate(weight=Sum("weight"))
        return Response({"bookings": Booking.objects.count(), "weight": total["weight"]})


class BookingForecastView(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response({"bookings": Booking.objects.count() * 2})


class AddressBookView(generics.ListAPIView):
    queryset = Customer.objects.order_by("id")
    serializer_class = CustomerSerializer
    permission_class = IsAuthenticated


class QuoteView(generics.CreateAPIView):
    queryset = Booking.objects.all()
    serializer_class = BookingSerializer
    permission_classes = [AllowAny]


class EnquiryView(generics.CreateAPIView):
    queryset = Enquiry.objects.all()
    serializer_class = EnquirySerializer
    permission_classes = [AllowAny]
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "enquiries"
