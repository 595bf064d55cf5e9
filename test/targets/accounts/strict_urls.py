"""djoser, which asks the validators and deletes the own account; tokens end with the password."""
import people
from django.urls import include, path
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

urlpatterns = [
    path("api/token/", TokenObtainPairView.as_view()),
    path("api/token/refresh/", TokenRefreshView.as_view()),
    path("api/auth/", include("djoser.urls")),
    path("api/people/", people.Me.as_view()),
]
