from django.urls import path

from _unlatched import import_string
from mozilla_django_oidc import views
from mozilla_django_oidc.utils import import_from_settings

OIDCCallbackClass = import_string(import_from_settings('OIDC_CALLBACK_CLASS', 'mozilla_django_oidc.views.OIDCAuthenticationCallbackView'))
OIDCAuthenticateClass = import_string(
    import_from_settings('OIDC_AUTHENTICATE_CLASS', 'mozilla_django_oidc.views.OIDCAuthenticationRequestView')
)

urlpatterns = [
    path('callback/', OIDCCallbackClass.as_view(), name='oidc_authentication_callback'),
    path('authenticate/', OIDCAuthenticateClass.as_view(), name='oidc_authentication_init'),
    path('logout/', views.OIDCLogoutView.as_view(), name='oidc_logout'),
]
