from rest_framework import mixins, viewsets
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from schedule.boards import BoardView, WardBoardView
from schedule.models import Appointment, Bed, Department, Doctor, OpeningHours, Shift
from schedule.serializers import (
    AppointmentSerializer,
    BedSerializer,
    DepartmentSerializer,
    DepartmentStaffSerializer,
    DoctorSerializer,
    DoctorStaffSerializer,
    OpeningHoursSerializer,
    ShiftSerializer,
)


class OpeningHoursView(BoardView):
    serializer_class = OpeningHoursSerializer

    def get_rows(self):
        return OpeningHours.objects.all()


class RosterView(BoardView):
    serializer_class = ShiftSerializer

    def get_rows(self):
        return Shift.objects.select_related("doctor")


class BedView(WardBoardView):
    serializer_class = BedSerializer

    def get_rows(self):
        return Bed.objects.select_related("patient")


class DoctorListView(APIView):
    authentication_classes = []
    permission_classes = [AllowAny]

    def get(self, request):
        doctors = Doctor.objects.all()
        if request.headers.get("Authorization"):
            return Response(DoctorStaffSerializer(doctors, many=True).data)
        return Response(DoctorSerializer(doctors, many=True).data)


class DepartmentListView(APIView):
    permission_classes = [AllowAny]

    def get(self, request):
        departments = Department.objects.all()
        if request.user.is_authenticated:
            return Response(DepartmentStaffSerializer(departments, many=True).data)
        return Response(DepartmentSerializer(departments, many=True).data)


class AppointmentViewSet(
    mixins.CreateModelMixin,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    viewsets.GenericViewSet,
):
    queryset = Appointment.objects.all()
    serializer_class = AppointmentSerializer

    def get_permissions(self):
        if self.action in ("list", "create", "retrieve"):
            return [IsAuthenticated()]
        return [AllowAny()]

    @action(detail=False, url_path="free-slots")
    def free_slots(self, request):
        taken = Appointment.objects.values_list("starts", flat=True)
        return Response({"taken": sorted(start.isoformat() for start in taken)})

    @action(detail=False, url_path="day-sheet")
    def day_sheet(self, request):
        rows = Appointment.objects.select_related("patient", "doctor").order_by("starts")
        sheet = [
            {"starts": row.starts, "patient": str(row.patient), "doctor": str(row.doctor), "reason": row.reason}
            for row in rows
        ]
        return Response(sheet)
