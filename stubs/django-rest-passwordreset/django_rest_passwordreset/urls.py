from django.urls import path

from django_rest_passwordreset import views

app_name = 'password_reset'


def add_reset_password_urls_to_router(router, base_path=''):
    router.register(base_path + '/validate_token', views.ResetPasswordValidateTokenViewSet, basename='reset-password-validate')
    router.register(base_path + '/confirm', views.ResetPasswordConfirmViewSet, basename='reset-password-confirm')
    router.register(base_path, views.ResetPasswordRequestTokenViewSet, basename='reset-password-request')


urlpatterns = [
    path('validate_token/', views.reset_password_validate_token, name='reset-password-validate'),
    path('confirm/', views.reset_password_confirm, name='reset-password-confirm'),
    path('', views.reset_password_request_token, name='reset-password-request'),
]
