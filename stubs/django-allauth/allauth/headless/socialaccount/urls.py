from django.urls import path

from allauth.headless.socialaccount import views


def build_urlpatterns(client):
    return [
        path('account/providers', views.ManageProvidersView.as_api_view(client=client), name='manage_providers'),
        path('auth/provider/signup', views.ProviderSignupView.as_api_view(client=client), name='provider_signup'),
        path('auth/provider/redirect', views.RedirectToProviderView.as_api_view(client=client), name='redirect_to_provider'),
        path('auth/provider/token', views.ProviderTokenView.as_api_view(client=client), name='provider_token'),
    ]
