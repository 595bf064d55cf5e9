from rest_framework import generics

from portal.authentication import LetterAuthentication, MessageAuthentication
from portal.models import Letter, Message
from portal.permissions import HasUser
from portal.serializers import LetterSerializer, MessageSerializer


class MessageListView(generics.ListAPIView):
    authentication_classes = [MessageAuthentication]
    permission_classes = [HasUser]
    queryset = Message.objects.all()
    serializer_class = MessageSerializer


class LetterListView(generics.ListAPIView):
    authentication_classes = [LetterAuthentication]
    permission_classes = [HasUser]
    queryset = Letter.objects.all()
    serializer_class = LetterSerializer
