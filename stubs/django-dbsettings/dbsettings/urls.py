from django.urls import path

from dbsettings.views import app_settings, site_settings

urlpatterns = [
    path('', site_settings, name='site_settings'),
    path('<app_label>/', app_settings, name='app_settings'),
]
