"""The first backend of a list: it only stops who has failed too often, and never lets anybody in."""
from django.contrib.auth.backends import ModelBackend


class AxesStandaloneBackend:
    def authenticate(self, request, username=None, password=None, **kwargs):
        return None


class AxesBackend(AxesStandaloneBackend, ModelBackend):
    pass
