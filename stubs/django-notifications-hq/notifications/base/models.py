from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from _unlatched import effect, opaque
from notifications.signals import notify


class NotificationQuerySet(models.query.QuerySet):
    def unsent(self):
        return self.filter(emailed=False)

    def sent(self):
        return self.filter(emailed=True)

    def unread(self, include_deleted=False):
        return self.filter(unread=True)

    def read(self, include_deleted=False):
        return self.filter(unread=False)

    def mark_all_as_read(self, recipient=None):
        return self.unread(True).update(unread=False)

    def mark_all_as_unread(self, recipient=None):
        return self.read(True).update(unread=True)

    def deleted(self):
        return self.filter(deleted=True)

    def active(self):
        return self.filter(deleted=False)

    def mark_all_as_deleted(self, recipient=None):
        return self.active().update(deleted=True)

    def mark_all_as_active(self, recipient=None):
        return self.deleted().update(deleted=False)

    def mark_as_unsent(self, recipient=None):
        return self.sent().update(emailed=False)

    def mark_as_sent(self, recipient=None):
        return self.unsent().update(emailed=True)


class AbstractNotification(models.Model):
    level = models.CharField(default='info', max_length=20)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, related_name='notifications', on_delete=models.CASCADE)
    unread = models.BooleanField(default=True, blank=False, db_index=True)
    actor_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name='notify_actor')
    actor_object_id = models.CharField(max_length=255)
    actor = GenericForeignKey('actor_content_type', 'actor_object_id')
    verb = models.CharField(max_length=255)
    description = models.TextField(blank=True, null=True)
    target_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name='notify_target', blank=True, null=True)
    target_object_id = models.CharField(max_length=255, blank=True, null=True)
    target = GenericForeignKey('target_content_type', 'target_object_id')
    action_object_content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name='notify_action_object', blank=True, null=True
    )
    action_object_object_id = models.CharField(max_length=255, blank=True, null=True)
    action_object = GenericForeignKey('action_object_content_type', 'action_object_object_id')
    timestamp = models.DateTimeField(default=timezone.now, db_index=True)
    public = models.BooleanField(default=True, db_index=True)
    deleted = models.BooleanField(default=False, db_index=True)
    emailed = models.BooleanField(default=False, db_index=True)
    data = models.JSONField(blank=True, null=True)
    objects = NotificationQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def slug(self):
        return opaque('number of a notification')

    def mark_as_read(self):
        self.unread = False
        self.save()

    def mark_as_unread(self):
        self.unread = True
        self.save()


def notify_handler(verb, **kwargs):
    effect('db-write', 'a notification is written')
    return opaque('notifications')


notify.connect(notify_handler)


def __getattr__(name):
    return opaque('notifications.base.models.' + name)
