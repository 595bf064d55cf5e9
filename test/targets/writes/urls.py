"""One path for each kind of gate."""
from django.urls import include, path
from ledger import views
from rest_framework.routers import SimpleRouter
from rest_framework_simplejwt.views import TokenObtainPairView

router = SimpleRouter()
router.register("entries", views.Entries)
router.register("described", views.Described, basename="described")

urlpatterns = [
    path("api/token/", TokenObtainPairView.as_view()),
    path("api/guarded/", views.Guarded.as_view()),
    path("api/open/", views.Open.as_view()),
    path("api/presence/", views.Presence.as_view()),
    path("api/by-body/", views.ByBody.as_view()),
    path("api/detail/<int:pk>/", views.Detail.as_view()),
    path("api/open-detail/<int:pk>/", views.OpenDetail.as_view()),
    path("api/object-level/<int:pk>/", views.ObjectLevel.as_view()),
    path("api/own-handler/", views.OwnHandler.as_view()),
    path("api/open-own-handler/", views.OpenOwnHandler.as_view()),
    path("api/late-check/", views.LateCheck.as_view()),
    path("api/no-body/", views.NoBody.as_view()),
    path("api/swallows/", views.Swallows.as_view()),
    path("api/upload/", views.Upload.as_view()),
    path("api/dispatches/", views.Dispatches.as_view()),
    path("api/by-function/", views.by_function),
    path("api/told-to-all/<int:pk>/", views.ToldToAll.as_view()),
    path("api/own-options/<int:pk>/", views.OwnOptions.as_view()),
    path("api/own-metadata/<int:pk>/", views.OwnMetadata.as_view()),
    path("api/one-by-function/<int:pk>/", views.one_by_function),
    path("api/plain/", views.plain),
    path("api/ninja/", views.ninja_api.urls),
    path("api/", include(router.urls)),
]
