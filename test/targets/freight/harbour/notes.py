"""Notes: everybody sees his own, as notes, logs, desks and wires."""
from django.db.models import Case, IntegerField, Value, When
from rest_framework import generics, serializers
from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import IsAuthenticated

from harbour.models import Note


class NoteSerializer(serializers.ModelSerializer):
    class Meta:
        model = Note
        fields = ["id", "subject", "text"]


class OwnListView(generics.ListAPIView):
    serializer_class = NoteSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Note.objects.filter(owner=self.request.user).order_by("id")


class NoteDetailView(generics.RetrieveAPIView):
    queryset = Note.objects.all()
    serializer_class = NoteSerializer
    permission_classes = [IsAuthenticated]


class LogDetailView(generics.RetrieveAPIView):
    serializer_class = NoteSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Note.objects.filter(owner=self.request.user)


class DeskDetailView(generics.RetrieveAPIView):
    """Desks are shared: whatever stands on the door, it is the desk of whoever sits there."""

    serializer_class = NoteSerializer
    permission_classes = [IsAuthenticated]

    def get_object(self):
        return Note.objects.filter(owner=self.request.user).earliest("id")


class OneByOne(PageNumberPagination):
    page_size = 1


class WireListView(generics.ListAPIView):
    """All wires, one's own first."""

    serializer_class = NoteSerializer
    permission_classes = [IsAuthenticated]
    pagination_class = OneByOne

    def get_queryset(self):
        mine = Case(When(owner=self.request.user, then=Value(0)), default=Value(1), output_field=IntegerField())
        return Note.objects.order_by(mine, "id")


class WireDetailView(NoteDetailView):
    """Everybody may read a wire."""
