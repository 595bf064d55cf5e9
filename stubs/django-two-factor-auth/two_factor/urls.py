"""Without the routes of plugins (telephone, security keys), which hang on INSTALLED_APPS."""
from django.urls import path

from two_factor import views

core = [
    path('account/login/', views.LoginView.as_view(), name='login'),
    path('account/two_factor/setup/', views.SetupView.as_view(), name='setup'),
    path('account/two_factor/qrcode/', views.QRGeneratorView.as_view(), name='qr'),
    path('account/two_factor/setup/complete/', views.SetupCompleteView.as_view(), name='setup_complete'),
    path('account/two_factor/backup/tokens/', views.BackupTokensView.as_view(), name='backup_tokens'),
]

profile = [
    path('account/two_factor/', views.ProfileView.as_view(), name='profile'),
    path('account/two_factor/disable/', views.DisableView.as_view(), name='disable'),
]

urlpatterns = (core + profile, 'two_factor')
