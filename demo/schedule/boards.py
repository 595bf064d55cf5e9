"""The boards on the screens of the house: a list of rows, read again every minute."""

from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class BoardView(APIView):
    permission_classes = [AllowAny]
    serializer_class = None

    def get_rows(self):
        raise NotImplementedError

    def get(self, request):
        return Response(self.serializer_class(self.get_rows(), many=True).data)


class WardBoardView(APIView):
    permission_classes = [IsAuthenticated]
    serializer_class = None

    def get_rows(self):
        raise NotImplementedError

    def get(self, request):
        return Response(self.serializer_class(self.get_rows(), many=True).data)
