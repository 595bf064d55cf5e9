from django.conf import settings
from django.urls import include, path
from django.views.generic.base import TemplateView

from registration.backends.simple import views

urlpatterns = [
    path('register/closed/', TemplateView.as_view(template_name='registration/registration_closed.html'), name='registration_disallowed'),
]

if getattr(settings, 'INCLUDE_REGISTER_URL', True):
    urlpatterns += [path('register/', views.RegistrationView.as_view(success_url=getattr(settings, 'SIMPLE_BACKEND_REDIRECT_URL', '/')), name='registration_register')]
if getattr(settings, 'INCLUDE_AUTH_URLS', True):
    urlpatterns += [path('', include('registration.auth_urls'))]
