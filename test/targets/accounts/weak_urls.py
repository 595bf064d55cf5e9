"""Accounts with any password, whose tokens outlive it."""
import people
from django.urls import path
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

urlpatterns = [
    path("api/token/", TokenObtainPairView.as_view()),
    path("api/token/refresh/", TokenRefreshView.as_view()),
    path("api/register/", people.Register.as_view()),
    path("api/join-and-fail/", people.JoinAndFail.as_view()),
    path("api/any-password/", people.AnyPassword.as_view()),
    path("api/change-password/", people.ChangePassword.as_view()),
    path("api/people/", people.Me.as_view()),
]
