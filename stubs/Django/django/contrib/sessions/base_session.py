"""The model of a session."""
from django.db import models


class BaseSessionManager(models.Manager):
    def encode(self, session_dict):
        return ""

    def save(self, session_key, session_dict, expire_date):
        return self.create(session_key=session_key)


class AbstractBaseSession(models.Model):
    session_key = models.CharField("session key", max_length=40, primary_key=True)
    session_data = models.TextField("session data")
    expire_date = models.DateTimeField("expire date", db_index=True)
    objects = BaseSessionManager()

    class Meta:
        abstract = True

    def get_decoded(self):
        from _unlatched import world

        return world("the content of a session")
