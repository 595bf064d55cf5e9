"""Writes behind gates of every kind: DRF's generic views, handlers of one's own, plain views, Ninja."""
from django.contrib.auth.models import User
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt
from ledger.models import Entry
from ninja import NinjaAPI, Schema
from ninja.security import HttpBearer
from rest_framework import generics, serializers, viewsets
from rest_framework.authentication import BaseAuthentication
from rest_framework.decorators import api_view, permission_classes
from rest_framework.metadata import SimpleMetadata
from rest_framework.parsers import FileUploadParser
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class EntrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Entry
        fields = ["id", "text"]


class Guarded(generics.ListCreateAPIView):
    queryset = Entry.objects.order_by("id")
    serializer_class = EntrySerializer


class Open(Guarded):
    permission_classes = [AllowAny]


class AnyToken(BaseAuthentication):
    def authenticate(self, request):
        if not request.headers.get("Authorization"):
            return None
        return (User.objects.first(), None)

    def authenticate_header(self, request):
        return "Bearer"


class Presence(Guarded):
    authentication_classes = [AnyToken]


class BodyPermission(BasePermission):
    def has_permission(self, request, view):
        return request.data.get("key") == "never" or request.user.is_authenticated


class ByBody(Guarded):
    permission_classes = [BodyPermission]


class OwnObjects(BasePermission):
    def has_object_permission(self, request, view, obj):
        return request.user.is_authenticated


class Detail(generics.RetrieveUpdateDestroyAPIView):
    queryset = Entry.objects.order_by("id")
    serializer_class = EntrySerializer


class OpenDetail(Detail):
    permission_classes = [AllowAny]


class ObjectLevel(Detail):
    permission_classes = [OwnObjects]


class OwnHandler(APIView):
    def post(self, request):
        text = request.data.get("text", "")
        return Response({"id": Entry.objects.create(text=text).id}, status=201)


class OpenOwnHandler(OwnHandler):
    permission_classes = [AllowAny]


class LateCheck(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        text = request.data.get("text", "")
        if not request.user.is_authenticated:
            return Response({"detail": "Sign in first."}, status=401)
        return Response({"id": Entry.objects.create(text=text).id}, status=201)


class NoBody(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        return Response({"id": Entry.objects.create(text="no body").id}, status=201)


class Swallows(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        try:
            text = request.data["text"]
        except Exception:
            text = "nothing"
        return Response({"id": Entry.objects.create(text=text).id}, status=201)


class Upload(APIView):
    permission_classes = [AllowAny]
    parser_classes = [FileUploadParser]

    def post(self, request):
        return Response({"id": Entry.objects.create(text=str(request.data)).id}, status=201)


class Dispatches(OpenOwnHandler):
    def dispatch(self, request, *args, **kwargs):
        Entry.objects.create(text="dispatch")
        return super().dispatch(request, *args, **kwargs)


class Entries(viewsets.ModelViewSet):
    queryset = Entry.objects.order_by("id")
    serializer_class = EntrySerializer

    def get_permissions(self):
        return [IsAuthenticated()] if self.action in ("list", "create") else [AllowAny()]


class OptionsForAll(BasePermission):
    def has_permission(self, request, view):
        return request.method == "OPTIONS" or request.user.is_authenticated


class ToldToAll(Detail):
    permission_classes = [OptionsForAll]


class OwnOptions(Detail):
    def options(self, request, *args, **kwargs):
        return Response({"id": Entry.objects.create(text="options").id})


class Counting(SimpleMetadata):
    def determine_metadata(self, request, view):
        Entry.objects.create(text="metadata")
        return super().determine_metadata(request, view)


class OwnMetadata(Detail):
    permission_classes = [OptionsForAll]
    metadata_class = Counting


class Described(viewsets.ModelViewSet):
    queryset = Entry.objects.order_by("id")
    serializer_class = EntrySerializer


@api_view(["GET"])
@permission_classes([IsAuthenticated])
def one_by_function(request, pk):
    return Response(EntrySerializer(Entry.objects.get(pk=pk)).data)


@api_view(["POST"])
@permission_classes([AllowAny])
def by_function(request):
    serializer = EntrySerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    serializer.save()
    return Response(serializer.data, status=201)


@csrf_exempt
def plain(request):
    return JsonResponse({"id": Entry.objects.create(text=request.method).id})


class Bearer(HttpBearer):
    def authenticate(self, request, token):
        return token or None


class Line(Schema):
    text: str = ""


ninja_api = NinjaAPI(auth=Bearer())


@ninja_api.post("/lines")
def add_line(request, line: Line):
    return {"id": Entry.objects.create(text=line.text).id}


@ninja_api.post("/ticks")
def add_tick(request):
    return {"id": Entry.objects.create(text="tick").id}
