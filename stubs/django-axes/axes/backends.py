"""The first backend of a list: it only stops who has failed too often, and never lets anybody in."""
from _unlatched import counts_attempts
from django.conf import settings
from django.contrib.auth.backends import ModelBackend


class AxesStandaloneBackend:
    def authenticate(self, request, username=None, password=None, **kwargs):
        if getattr(settings, 'AXES_ENABLED', True):
            counts_attempts('django-axes', None, 'own')
        return None


class AxesBackend(AxesStandaloneBackend, ModelBackend):
    pass
