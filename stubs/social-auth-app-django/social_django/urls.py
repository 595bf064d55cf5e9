from django.conf import settings
from django.urls import path

from _unlatched import version_of

from . import views

extra = '/' if getattr(settings, 'SOCIAL_AUTH_TRAILING_SLASH', True) else ''
app_name = 'social'
urlpatterns = [
    path(f'login/<str:backend>{extra}', views.auth, name='begin'),
    path(f'complete/<str:backend>{extra}', views.complete, name='complete'),
    path(f'disconnect/<str:backend>{extra}', views.disconnect, name='disconnect'),
    path(f'disconnect/<str:backend>/<int:association_id>{extra}', views.disconnect, name='disconnect_individual'),
]

if version_of('social-auth-app-django') >= (7, 0, 0):
    urlpatterns += [
        path(f'idp-launch/<str:backend>{extra}', views.idp_launch, name='idp_launch'),
        path(f'app-launch/<str:backend>{extra}', views.app_launch, name='app_launch'),
    ]
