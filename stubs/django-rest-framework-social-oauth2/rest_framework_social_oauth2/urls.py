from django.urls import include, re_path

from oauth2_provider.views import AuthorizationView
from rest_framework_social_oauth2 import views

app_name = 'drfso2'

urlpatterns = [
    re_path(r'^authorize/?$', AuthorizationView.as_view(), name='authorize'),
    re_path(r'^token/?$', views.TokenView.as_view(), name='token'),
    re_path('', include('social_django.urls', namespace='social')),
    re_path(r'^convert-token/?$', views.ConvertTokenView.as_view(), name='convert_token'),
    re_path(r'^revoke-token/?$', views.RevokeTokenView.as_view(), name='revoke_token'),
    re_path(r'^invalidate-sessions/?$', views.invalidate_sessions, name='invalidate_sessions'),
    re_path(r'^disconnect-backend/?$', views.DisconnectBackendView.as_view(), name='disconnect_backend'),
]
