from django.urls import path

from partners.views import ClaimListView, PolicyListView

urlpatterns = [
    path("claims/", ClaimListView.as_view(), name="partner-claims"),
    path("policies/", PolicyListView.as_view(), name="partner-policies"),
]
