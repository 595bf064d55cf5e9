"""Paths that say what they are for, and paths that do not."""
import views
from django.urls import path
from rest_framework_simplejwt.views import TokenObtainPairView

urlpatterns = [
    path("api/token/", TokenObtainPairView.as_view()),
    path("api/admin/users/", views.AnyUser.as_view()),
    path("api/admin/staff/", views.StaffOnly.as_view()),
    path("api/roster/", views.AnyUser.as_view()),
    path("api/board/", views.StaffOnly.as_view()),
    path("api/ledger/", views.ByOwnPermission.as_view()),
    path("api/prices/", views.StaffWrites.as_view()),
    path("api/administrative-areas/", views.AnyUser.as_view()),
]
