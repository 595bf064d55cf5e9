"""A log of what changed; every request goes on."""
from django.apps import apps
from django.conf import settings


def get_logentry_model():
    return apps.get_model(getattr(settings, 'AUDITLOG_LOGENTRY_MODEL', 'auditlog.LogEntry'), require_ready=False)
