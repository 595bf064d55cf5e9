from django.urls import path

from portal.views import LetterListView, MessageListView

urlpatterns = [
    path("messages/", MessageListView.as_view(), name="portal-messages"),
    path("letters/", LetterListView.as_view(), name="portal-letters"),
]
