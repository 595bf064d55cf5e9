"""Routes; every view of a kind that the answer classes tell apart."""
from django.urls import path
from django.views.decorators.cache import cache_page

from shop import views

urlpatterns = [
    path("api/items/", views.Listing.as_view()),
    path("api/items/<int:pk>/", views.Detail.as_view()),
    path("api/open-items/<int:pk>/", views.OpenDetail.as_view()),
    path("api/catalogue/", views.Catalogue.as_view()),
    path("api/seats/", views.Seats.as_view()),
    path("api/claims/", views.Claims.as_view()),
    path("api/session-first/", views.SessionFirst.as_view()),
    path("api/pages/", views.pages),
    path("api/hidden/", views.Hidden.as_view()),
    path("api/envelope/", views.envelope),
    path("api/full/", views.Full.as_view()),
    path("api/busy/", views.Busy.as_view()),
    path("api/cached/", cache_page(60)(views.Listing.as_view())),
    path("api/feed/", views.Feed.as_view()),
    path("api/search/", views.Search.as_view()),
    path("api/greeting/", views.Greeting.as_view()),
    path("api/form/", views.form),
    path("api/readers/", views.Readers.as_view()),
    path("api/query-too/", views.QueryToo.as_view()),
    path("api/any-key/", views.AnyKey.as_view()),
    path("api/own-key/", views.OwnKey.as_view()),
    path("api/key-file/", views.KeyFile.as_view()),
    path("api/branches/", views.Branches.as_view()),
    path("api/known-key/", views.KnownKey.as_view()),
    path("api/fragile/", views.Fragile.as_view()),
    path("api/strangers/", views.Strangers.as_view()),
    path("api/other-scheme/", views.OtherScheme.as_view()),
    path("api/clock/", views.Clock.as_view()),
    path("api/visits/", views.Visits.as_view()),
    path("accounts/login/", views.inline_login),
    path("spa/<path:rest>", views.catch_all),
]
