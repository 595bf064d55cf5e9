from django.urls import path

from allauth.headless.usersessions import views


def build_urlpatterns(client):
    return [
        path('auth/sessions', views.SessionsView.as_api_view(client=client), name='sessions'),
    ]
