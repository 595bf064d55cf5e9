from django.urls import path
from health_check.views import MainView

from _unlatched import version_of

app_name = 'health_check'
urlpatterns = [path('', MainView.as_view(), name='health_check_home')]
if version_of('django-health-check') >= (3, 18):
    urlpatterns.append(path('<str:subset>/', MainView.as_view(), name='health_check_subset'))
