"""Where shipments are."""
import json

from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.http import Http404, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken

from tracking.access import bearer_user, has_user, header_required, refused, token_required
from tracking.models import Shipment


def listed():
    return list(Shipment.objects.order_by("id").values("code", "place", "receiver"))


@csrf_exempt
def shipments(request):
    return JsonResponse({"shipments": listed()})


@require_GET
@token_required
def shipment(request, code):
    found = Shipment.objects.filter(code=code).values("code", "place", "receiver").first()
    if found is None:
        raise Http404
    return JsonResponse(found)


@require_GET
@header_required
def alerts(request):
    return JsonResponse({"alerts": listed()})


@require_GET
@token_required
def warnings(request):
    return JsonResponse({"warnings": listed()})


@method_decorator(csrf_exempt, name="dispatch")
class EventView(View):
    @method_decorator(token_required)
    def get(self, request):
        return JsonResponse({"events": listed()})

    def post(self, request):
        data = json.loads(request.body)
        Shipment.objects.filter(code=data["code"]).update(place=data["place"])
        return JsonResponse({"moved": data["code"]})


@method_decorator([csrf_exempt, token_required], name="dispatch")
class MilestoneView(View):
    def get(self, request):
        return JsonResponse({"milestones": listed()})

    def post(self, request):
        data = json.loads(request.body)
        Shipment.objects.filter(code=data["code"]).update(place=data["place"])
        return JsonResponse({"moved": data["code"]})


class RouteView(View):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return refused()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return JsonResponse({"routes": listed()})


@require_GET
def overview(request):
    """The old client reads the body, not the status."""
    if not request.user.is_authenticated:
        return JsonResponse({"success": False, "error": "login required", "code": 401})
    return JsonResponse({"success": True, "shipments": listed()})


@require_GET
def archive(request):
    """Who may not see the archive does not learn that there is one."""
    if not request.user.is_authenticated:
        raise Http404
    return JsonResponse({"archive": listed()})


@require_GET
@login_required
def desk(request):
    return JsonResponse({"desk": listed()})


@require_GET
def proofs(request):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer":
        return refused()
    try:
        reader = AccessToken(token).get("user_id")
    except TokenError:
        reader = None
    return JsonResponse({"reader": reader, "proofs": listed()})


@require_GET
def receipts(request):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer":
        return refused()
    try:
        reader = get_user_model().objects.get(pk=AccessToken(token).get("user_id"), is_active=True)
    except (TokenError, get_user_model().DoesNotExist):
        return refused()
    return JsonResponse({"reader": reader.username, "receipts": listed()})


@require_GET
async def beacons(request):
    if not has_user(request):
        return refused()
    return JsonResponse({"beacons": [item async for item in Shipment.objects.order_by("id").values("code", "place")]})


@require_GET
async def radar(request):
    if not await has_user(request):
        return refused()
    return JsonResponse({"radar": [item async for item in Shipment.objects.order_by("id").values("code", "place")]})


class SlotView(View):
    def get(self, request):
        return JsonResponse({"slots": listed()})


@require_GET
def stops(request):
    user = bearer_user(request)
    if user is None:
        return JsonResponse({"detail": "Not for you."}, status=403)
    return JsonResponse({"for": user.username, "stops": listed()})
