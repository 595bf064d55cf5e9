from django.urls import path

from billing.views import InvoiceListView, PaymentListView

urlpatterns = [
    path("invoices/", InvoiceListView.as_view(), name="invoices"),
    path("payments/", PaymentListView.as_view(), name="payments"),
]
