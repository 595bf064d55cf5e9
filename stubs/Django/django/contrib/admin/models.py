"""The log of the admin."""
from django.conf import settings
from django.db import models

ADDITION = 1
CHANGE = 2
DELETION = 3
ACTION_FLAG_CHOICES = [(ADDITION, "Addition"), (CHANGE, "Change"), (DELETION, "Deletion")]


class LogEntryManager(models.Manager):
    use_in_migrations = True

    def log_action(self, user_id, content_type_id, object_id, object_repr, action_flag, change_message=""):
        pass

    def log_actions(self, user_id, queryset, action_flag, change_message="", *, single_object=False):
        pass


class LogEntry(models.Model):
    action_time = models.DateTimeField("action time")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    content_type = models.ForeignKey("contenttypes.ContentType", models.SET_NULL, blank=True, null=True)
    object_id = models.TextField("object id", blank=True, null=True)
    object_repr = models.CharField("object repr", max_length=200)
    action_flag = models.PositiveSmallIntegerField("action flag", choices=ACTION_FLAG_CHOICES)
    change_message = models.TextField("change message", blank=True)
    objects = LogEntryManager()

    class Meta:
        db_table = "django_admin_log"

    def is_addition(self):
        return self.action_flag == ADDITION

    def is_change(self):
        return self.action_flag == CHANGE

    def is_deletion(self):
        return self.action_flag == DELETION
