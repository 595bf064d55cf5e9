from django.urls import include, path
from rest_framework.routers import SimpleRouter

from schedule import views

router = SimpleRouter()
router.register("appointments", views.AppointmentViewSet, basename="appointment")

urlpatterns = [
    path("opening-hours/", views.OpeningHoursView.as_view(), name="opening-hours"),
    path("rosters/", views.RosterView.as_view(), name="rosters"),
    path("beds/", views.BedView.as_view(), name="beds"),
    path("doctors/", views.DoctorListView.as_view(), name="doctors"),
    path("departments/", views.DepartmentListView.as_view(), name="departments"),
    path("", include(router.urls)),
]
