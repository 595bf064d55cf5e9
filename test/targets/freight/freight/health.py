"""What everybody may know: that the service runs, and when ships sail."""
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from vessels.models import Vessel


@require_safe
def health(request):
    return JsonResponse({"status": "up"})


@require_safe
def schedules(request):
    return JsonResponse({"sailings": [{"vessel": vessel.name, "day": vessel.sails} for vessel in Vessel.objects.order_by("id")]})
