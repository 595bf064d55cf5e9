from django.conf import settings
from django.db import models

from _unlatched import world


class SessionManager(models.Manager):
    def encode(self, session_dict):
        return ''


class Session(models.Model):
    session_key = models.CharField(max_length=40, primary_key=True)
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    user_agent = models.CharField(null=True, blank=True, max_length=200)
    last_activity = models.DateTimeField(auto_now=True)
    ip = models.GenericIPAddressField(null=True, blank=True)
    objects = SessionManager()

    def get_decoded(self):
        return world('the content of a session')
