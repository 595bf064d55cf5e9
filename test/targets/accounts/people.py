"""What all of them share: who asks, and views of the project's own for accounts."""
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import CreateAPIView
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import AccessToken


class Me(APIView):
    def get(self, request):
        return Response({"name": request.user.username})


class AnyAccount(serializers.ModelSerializer):
    password_confirm = serializers.CharField(write_only=True)

    class Meta:
        model = User
        fields = ["username", "email", "password", "password_confirm"]
        extra_kwargs = {"password": {"write_only": True}}

    def validate(self, attrs):
        if attrs.pop("password_confirm") != attrs["password"]:
            raise ValidationError({"password_confirm": "Not the same."})
        return attrs

    def create(self, validated_data):
        return User.objects.create_user(**validated_data)


class SoundAccount(AnyAccount):
    def validate_password(self, password):
        validate_password(password, User(username=self.initial_data.get("username", "")))
        return password


class Register(CreateAPIView):
    serializer_class = AnyAccount
    authentication_classes = []
    permission_classes = [AllowAny]


class SoundRegister(Register):
    serializer_class = SoundAccount


class JoinAndFail(Register):
    """The account is there when the mail fails."""

    def perform_create(self, serializer):
        serializer.save()
        raise OSError("no mail server")


class AnyPassword(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def post(self, request):
        user = User.objects.filter(username=request.data.get("username", "")).first()
        if user is None:
            return Response({"detail": "Nobody."}, status=401)
        return Response({"access": str(AccessToken.for_user(user))})


class ChangePassword(APIView):
    def post(self, request):
        if not request.user.check_password(request.data["old_password"]):
            raise ValidationError({"old_password": "Wrong."})
        request.user.set_password(request.data["new_password"])
        request.user.save()
        return Response(status=204)


class ChangeAndEndOthers(ChangePassword):
    """The login that changes the password stays, all others end."""

    def post(self, request):
        answer = super().post(request)
        request.user.auth_token_set.exclude(pk=request.auth.pk).delete()
        return answer
