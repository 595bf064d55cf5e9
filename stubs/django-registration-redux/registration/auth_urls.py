from django.contrib.auth import views
from django.urls import path, reverse_lazy

urlpatterns = [
    path('login/', views.LoginView.as_view(template_name='registration/login.html'), name='auth_login'),
    path('logout/', views.LogoutView.as_view(template_name='registration/logout.html'), name='auth_logout'),
    path('password/change/', views.PasswordChangeView.as_view(success_url=reverse_lazy('auth_password_change_done')), name='auth_password_change'),
    path('password/change/done/', views.PasswordChangeDoneView.as_view(), name='auth_password_change_done'),
    path('password/reset/', views.PasswordResetView.as_view(success_url=reverse_lazy('auth_password_reset_done')), name='auth_password_reset'),
    path('password/reset/complete/', views.PasswordResetCompleteView.as_view(), name='auth_password_reset_complete'),
    path('password/reset/done/', views.PasswordResetDoneView.as_view(), name='auth_password_reset_done'),
    path(
        'password/reset/confirm/<uidb64>/<token>/',
        views.PasswordResetConfirmView.as_view(success_url=reverse_lazy('auth_password_reset_complete')),
        name='auth_password_reset_confirm',
    ),
]
