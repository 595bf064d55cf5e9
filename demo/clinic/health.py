"""What the monitoring of the hospital group asks for."""

from django.http import JsonResponse
from django.views import View
from rest_framework.exceptions import APIException
from rest_framework_simplejwt.authentication import JWTAuthentication

from lab.models import Order
from patients.models import Patient
from schedule.models import Appointment


class HealthView(View):
    def get(self, request):
        upcoming = Appointment.objects.order_by("starts").first()
        return JsonResponse(
            {
                "status": "ok",
                "patients": Patient.objects.count(),
                "next_patient": str(upcoming.patient) if upcoming else None,
            }
        )


class QueueView(View):
    def get(self, request):
        try:
            caller = JWTAuthentication().authenticate(request)
        except APIException as error:
            return JsonResponse({"detail": str(error)}, status=401, headers={"WWW-Authenticate": "Bearer"})
        if caller is None:
            return JsonResponse({"detail": "Log in first."}, status=401, headers={"WWW-Authenticate": "Bearer"})
        return JsonResponse({"status": "ok", "open_orders": Order.objects.filter(done=False).count()})
