"""Addresses of bookings; the fixed ones come before those with a number."""
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from bookings.views import (
    AddressBookView,
    BookingForecastView,
    BookingSummaryView,
    BookingViewSet,
    CargoViewSet,
    CustomerViewSet,
    EnquiryView,
    QuoteView,
)

router = SimpleRouter()
router.register("bookings", BookingViewSet)
router.register("customers", CustomerViewSet)
router.register("cargo", CargoViewSet, basename="cargo")

urlpatterns = [
    path("bookings/summary/", BookingSummaryView.as_view()),
    path("bookings/forecast/", BookingForecastView.as_view()),
    path("bookings/quotes/", QuoteView.as_view()),
    path("bookings/enquiries/", EnquiryView.as_view()),
    path("addresses/", AddressBookView.as_view()),
    path("", include(router.urls)),
]
