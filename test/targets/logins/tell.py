"""Logins that tell who exists, by status or by words, and one whose words differ each time."""
import time
from uuid import uuid4

from django.contrib.auth.models import User
from rest_framework.generics import CreateAPIView
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.serializers import CharField, ModelSerializer, Serializer
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import RefreshToken


class Login(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def nobody(self, name):
        return Response({"detail": "Not these.", "request": str(uuid4())}, status=401)

    def wrong(self, name):
        return Response({"detail": "Not these.", "request": str(uuid4())}, status=401)

    def post(self, request):
        name = request.data.get("username", "")
        user = User.objects.filter(username=name).first()
        if user is None:
            return self.nobody(name)
        if not user.check_password(request.data.get("password", "")):
            return self.wrong(name)
        return Response({"access": str(RefreshToken.for_user(user).access_token)})


class ByStatus(Login):
    def nobody(self, name):
        return Response({"detail": f"{name} is nobody here."}, status=404)


class ByWords(Login):
    def wrong(self, name):
        return Response({"detail": "Wrong password.", "request": str(uuid4())}, status=401)


class Echoing(Login):
    """Says the name back: that is no difference."""

    def nobody(self, name):
        return Response({"errors": [f"{name} and this password do not belong together."]}, status=400)

    wrong = nobody


def half_of(name):
    return name[:3] + "***" + name[-3:]


class HalfName(Login):
    """Says half of the name back."""

    def nobody(self, name):
        return Response({"detail": f"{half_of(name)} and this password do not belong together."}, status=401)

    wrong = nobody


class Thorough(Login):
    """Writes a mail to whoever mistypes."""

    def wrong(self, name):
        time.sleep(1)
        return super().wrong(name)


class OncePerMinute(ScopedRateThrottle):
    THROTTLE_RATES = {"tell": "1/min"}


class Throttled(ByStatus):
    throttle_classes = [OncePerMinute]
    throttle_scope = "tell"

    def get_throttles(self):
        # Logins that succeed are not counted.
        user = User.objects.filter(username=self.request.data.get("username", "")).first()
        right = user is not None and user.check_password(self.request.data.get("password", ""))
        return [] if right else super().get_throttles()


class Reset(APIView):
    """Writes a mail to whoever has an account, and says the same to everybody."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def nobody(self):
        return Response({"detail": "A mail is on its way if there is an account."})

    def post(self, request):
        if "username" not in request.data:
            return Response({"username": ["This field is required."]}, status=400)
        user = User.objects.filter(username=request.data["username"]).first()
        return self.nobody() if user is None else Response({"detail": "A mail is on its way if there is an account."})


class TellingReset(Reset):
    def nobody(self):
        return Response({"detail": "There is no such account."}, status=404)


class HalfNameReset(Reset):
    def post(self, request):
        if "username" not in request.data:
            return super().post(request)
        return Response({"detail": f"A mail is on its way to {half_of(request.data['username'])}, if that is an account."})


class MailReset(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def post(self, request):
        if "email" not in request.data:
            return Response({"email": ["This field is required."]}, status=400)
        return Response({"detail": "A mail is on its way."})


class Newcomer(ModelSerializer):
    class Meta:
        model = User
        fields = ["username", "password"]


class Register(CreateAPIView):
    authentication_classes = []
    permission_classes = [AllowAny]
    serializer_class = Newcomer


class QuietRegister(Register):
    """Names are given by the house."""

    class serializer_class(Serializer):
        password = CharField()


class CarelessRegister(Register):
    def create(self, request):
        if User.objects.filter(username=request.data["username"]).exists():
            return Response({"username": ["Taken."]}, status=400)
        User.objects.create_user(request.data["username"], password=request.data["password"])
        return Response({}, status=201)
