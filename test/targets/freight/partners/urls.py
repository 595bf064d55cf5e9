"""Addresses of partners."""
from django.urls import path

from partners import views

urlpatterns = [
    path("orders/", views.OrderListView.as_view()),
    path("orders/<int:pk>/", views.OrderDetailView.as_view()),
    path("carriers/", views.CarrierView.as_view()),
    path("hauliers/", views.HaulierView.as_view()),
    path("portal/", views.PortalView.as_view()),
    path("kiosk/", views.KioskView.as_view()),
    path("feed/", views.FeedView.as_view()),
    path("roster/", views.RosterView.as_view()),
    path("invoices/", views.InvoiceView.as_view()),
    path("statements/", views.StatementView.as_view()),
    path("delivered/", views.delivered),
]
