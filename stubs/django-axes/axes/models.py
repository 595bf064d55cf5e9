from django.db import models

from _unlatched import opaque


class AccessBase(models.Model):
    user_agent = models.CharField(max_length=255, db_index=True)
    ip_address = models.GenericIPAddressField(null=True, db_index=True)
    username = models.CharField(max_length=255, null=True, db_index=True)
    http_accept = models.CharField(max_length=1025)
    path_info = models.CharField(max_length=255)
    attempt_time = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class AccessFailureLog(AccessBase):
    locked_out = models.BooleanField(default=False, null=False, blank=True)


class AccessAttempt(AccessBase):
    get_data = models.TextField()
    post_data = models.TextField()
    failures_since_start = models.PositiveIntegerField()


class AccessLog(AccessBase):
    logout_time = models.DateTimeField(null=True, blank=True)


def __getattr__(name):
    return opaque('axes.models.' + name)
