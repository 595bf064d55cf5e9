"""The same views before and behind the guards."""
from django.urls import path
from ledger import views
from rest_framework_simplejwt.views import TokenObtainPairView

urlpatterns = [path("api/token/", TokenObtainPairView.as_view())]
for guard in ("early", "late"):
    urlpatterns += [
        path(f"{guard}/entries/", views.Entries.as_view()),
        path(f"{guard}/entries/<int:pk>/", views.OneEntry.as_view()),
        path(f"{guard}/ticks/", views.Ticks.as_view()),
        path(f"{guard}/visits/", views.Visits.as_view()),
    ]
