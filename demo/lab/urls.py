from django.urls import path

from lab.views import CultureListView, OrderListView, ResultListView, SampleListView

urlpatterns = [
    path("results/", ResultListView.as_view(), name="lab-results"),
    path("orders/", OrderListView.as_view(), name="lab-orders"),
    path("samples/", SampleListView.as_view(), name="lab-samples"),
    path("cultures/", CultureListView.as_view(), name="lab-cultures"),
]
