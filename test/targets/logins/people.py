"""Who is there: one list for each way to be logged in."""
from django.contrib.auth.models import User
from knox.auth import TokenAuthentication as KnoxToken
from rest_framework.authentication import SessionAuthentication, TokenAuthentication
from rest_framework.response import Response
from rest_framework.views import APIView


class People(APIView):
    def get(self, request):
        return Response([{"id": user.id, "email": user.email} for user in User.objects.all()])


class OpaquePeople(People):
    authentication_classes = [TokenAuthentication]


class KnoxPeople(People):
    authentication_classes = [KnoxToken]


class SessionPeople(People):
    authentication_classes = [SessionAuthentication]
