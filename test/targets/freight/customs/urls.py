"""Addresses of the customs office."""
from django.urls import path

from customs import views

urlpatterns = [
    path("papers/", views.OfficeListView.as_view()),
    path("papers/<int:pk>/", views.OfficeDetailView.as_view()),
    path("declarations/", views.DeclarationView.as_view()),
    path("tariffs/", views.TariffView.as_view()),
    path("permits/", views.PermitView.as_view()),
    path("licences/", views.LicenceView.as_view()),
    path("bonds/", views.BondView.as_view()),
    path("deposits/", views.DepositView.as_view()),
    path("seals/", views.SealView.as_view()),
    path("stamps/", views.StampView.as_view()),
    path("quotas/", views.QuotaView.as_view()),
    path("duties/", views.DutyView.as_view()),
    path("excises/", views.ExciseView.as_view()),
    path("releases/", views.ReleaseView.as_view()),
    path("clearances/", views.ClearanceView.as_view()),
    path("ledger/", views.LedgerView.as_view()),
    path("journal/", views.JournalView.as_view()),
]
