"""Every kind of login, each with its list of people and its ends."""
from django.urls import path
from knox.views import LoginView, LogoutView
from rest_framework.authentication import BasicAuthentication
from rest_framework.authtoken.views import obtain_auth_token
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

from leave import Farewell, IdPeople, Leave, LeaveById, LeaveByText, TextPeople
from people import KnoxPeople, OpaquePeople, People
from tell import (
    ByStatus,
    ByWords,
    CarelessRegister,
    Echoing,
    HalfName,
    HalfNameReset,
    Login,
    MailReset,
    QuietRegister,
    Register,
    Reset,
    TellingReset,
    Thorough,
    Throttled,
)


class KnoxLogin(LoginView):
    authentication_classes = [BasicAuthentication]


urlpatterns = [
    path("jwt/token/", TokenObtainPairView.as_view()),
    path("jwt/refresh/", TokenRefreshView.as_view()),
    path("jwt/people/", People.as_view()),
    path("jwt/farewell/", Farewell.as_view()),
    path("jwt/leave/", Leave.as_view()),
    path("text/people/", TextPeople.as_view()),
    path("text/leave/", LeaveByText.as_view()),
    path("id/people/", IdPeople.as_view()),
    path("id/leave/", LeaveById.as_view()),
    path("tell/login/", Login.as_view()),
    path("tell/by-status/", ByStatus.as_view()),
    path("tell/by-words/", ByWords.as_view()),
    path("tell/echoing/", Echoing.as_view()),
    path("tell/half-name/", HalfName.as_view()),
    path("tell/half-name-reset/", HalfNameReset.as_view()),
    path("tell/thorough/", Thorough.as_view()),
    path("tell/reset/", Reset.as_view()),
    path("tell/telling-reset/", TellingReset.as_view()),
    path("tell/mail-reset/", MailReset.as_view()),
    path("tell/register/", Register.as_view()),
    path("tell/quiet-register/", QuietRegister.as_view()),
    path("tell/careless-register/", CarelessRegister.as_view()),
    path("tell/throttled/", Throttled.as_view()),
    path("opaque/token/", obtain_auth_token),
    path("opaque/people/", OpaquePeople.as_view()),
    path("knox/login/", KnoxLogin.as_view()),
    path("knox/logout/", LogoutView.as_view()),
    path("knox/people/", KnoxPeople.as_view()),
]
