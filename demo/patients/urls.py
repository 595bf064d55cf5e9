from django.urls import include, path
from rest_framework.routers import SimpleRouter

from patients import views

router = SimpleRouter()
router.register("patients", views.PatientViewSet, basename="patient")

urlpatterns = [
    path("contacts/", views.contact_list, name="contacts"),
    path("allergies/", views.allergy_list, name="allergies"),
    path("documents/", views.DocumentListView.as_view(), name="documents"),
    path("images/", views.ImageListView.as_view(), name="images"),
    path("", include(router.urls)),
]
