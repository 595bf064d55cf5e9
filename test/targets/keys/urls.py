"""One list of deliveries behind each gate."""
import gates
from django.conf import settings
from django.urls import path
from django.views.static import serve
from rest_framework.response import Response
from rest_framework.views import APIView


class Deliveries(APIView):
    def get(self, request):
        return Response({"partner": request.user.username, "deliveries": [{"number": 4, "sacks": 12}]})


urlpatterns = [
    path("static/<path:path>", serve, {"document_root": settings.STATIC_ROOT}),
    path("api/any-file/", Deliveries.as_view(authentication_classes=[gates.AnyFile])),
    path("api/file-of-folder/", Deliveries.as_view(authentication_classes=[gates.FileOfFolder])),
    path("api/listed-file/", Deliveries.as_view(authentication_classes=[gates.ListedFile])),
]
