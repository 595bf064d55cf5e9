from django.urls import path

from devices.views import AlarmListView, ReadingListView

urlpatterns = [
    path("readings/", ReadingListView.as_view(), name="device-readings"),
    path("alarms/", AlarmListView.as_view(), name="device-alarms"),
]
