from django.urls import path

from visits.views import PrescriptionListView, ReferralListView, VisitListView, VisitNoteListView

urlpatterns = [
    path("visits/", VisitListView.as_view(), name="visits"),
    path("visit-notes/", VisitNoteListView.as_view(), name="visit-notes"),
    path("referrals/", ReferralListView.as_view(), name="referrals"),
    path("prescriptions/", PrescriptionListView.as_view(), name="prescriptions"),
]
