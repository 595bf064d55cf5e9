from rest_framework import generics

from billing.models import Invoice, Payment
from billing.permissions import InvoicePermission, PaymentPermission
from billing.serializers import InvoiceSerializer, PaymentSerializer


class InvoiceListView(generics.ListCreateAPIView):
    permission_classes = [InvoicePermission]
    queryset = Invoice.objects.all()
    serializer_class = InvoiceSerializer


class PaymentListView(generics.ListCreateAPIView):
    permission_classes = [PaymentPermission]
    queryset = Payment.objects.all()
    serializer_class = PaymentSerializer
