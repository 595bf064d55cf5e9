"""Sessions in the database."""
from _unlatched import DJANGO_VERSION, opaque
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError


class SessionStore(SessionBase):
    def __init__(self, session_key=None):
        super().__init__(session_key)

    @classmethod
    def get_model_class(cls):
        from django.contrib.sessions.models import Session

        return Session

    @property
    def model(self):
        return self.get_model_class()

    create_model_instance = opaque("left out of SessionStore")
    if DJANGO_VERSION >= (5, 2):
        aclear_expired = acreate = acreate_model_instance = adelete = aexists = aload = opaque("left out of SessionStore")
        asave = opaque("left out of SessionStore")
