"""Views that ask for nothing themselves."""
from ledger.models import Entry
from rest_framework import generics, serializers
from rest_framework.response import Response
from rest_framework.views import APIView


class EntrySerializer(serializers.ModelSerializer):
    class Meta:
        model = Entry
        fields = ["id", "text"]


class Entries(generics.ListCreateAPIView):
    queryset = Entry.objects.order_by("id")
    serializer_class = EntrySerializer


class OneEntry(generics.RetrieveUpdateDestroyAPIView):
    queryset = Entry.objects.order_by("id")
    serializer_class = EntrySerializer


class Ticks(APIView):
    """Takes no body, so every POST writes; what is put does take one."""

    def post(self, request):
        return Response({"id": Entry.objects.create(text="tick").id}, status=201)

    def put(self, request):
        text = request.data.get("text", "")
        return Response({"id": Entry.objects.create(text=text).id}, status=201)


class Visits(APIView):
    """A GET that writes."""

    def get(self, request):
        return Response({"id": Entry.objects.create(text="visit").id})

    def put(self, request):
        text = request.data.get("text", "")
        return Response({"id": Entry.objects.create(text=text).id}, status=201)
