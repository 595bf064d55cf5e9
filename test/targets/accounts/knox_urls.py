"""Opaque tokens, of which a change of the password leaves the one that made it."""
import people
from django.urls import path
from knox.views import LoginView
from rest_framework.authentication import BasicAuthentication

urlpatterns = [
    path("api/login/", LoginView.as_view(authentication_classes=[BasicAuthentication])),
    path("api/register/", people.SoundRegister.as_view()),
    path("api/change-password/", people.ChangeAndEndOthers.as_view()),
    path("api/people/", people.Me.as_view()),
]
