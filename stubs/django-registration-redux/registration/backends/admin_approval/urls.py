from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.urls import include, path
from django.views.generic.base import TemplateView

from registration.backends.admin_approval import views

urlpatterns = [
    path('activate/resend/', views.ResendActivationView.as_view(), name='registration_resend_activation'),
    path('activate/complete/', TemplateView.as_view(template_name='registration/activation_complete_admin_pending.html'), name='registration_activation_complete'),
    path('activate/<activation_key>/', views.ActivationView.as_view(), name='registration_activate'),
    path('approve/complete/', TemplateView.as_view(template_name='registration/admin_approve_complete.html'), name='registration_approve_complete'),
    path('approve/<int:profile_id>/', permission_required('is_superuser')(views.ApprovalView.as_view()), name='registration_admin_approve'),
    path('register/complete/', TemplateView.as_view(template_name='registration/registration_complete.html'), name='registration_complete'),
    path('register/closed/', TemplateView.as_view(template_name='registration/registration_closed.html'), name='registration_disallowed'),
]

if getattr(settings, 'INCLUDE_REGISTER_URL', True):
    urlpatterns += [path('register/', views.RegistrationView.as_view(), name='registration_register')]
if getattr(settings, 'INCLUDE_AUTH_URLS', True):
    urlpatterns += [path('', include('registration.auth_urls'))]
