from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Revision(models.Model):
    date_created = models.DateTimeField(db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, blank=True, null=True, on_delete=models.SET_NULL, related_name='+')
    comment = models.TextField(blank=True)

    def get_comment(self):
        return self.comment

    def revert(self, delete=False):
        pass


class VersionQuerySet(models.QuerySet):
    def get_for_model(self, model, model_db=None):
        return self.filter()

    def get_for_object_reference(self, model, object_id, model_db=None):
        return self.filter(object_id=object_id)

    def get_for_object(self, obj, model_db=None):
        return self.filter(object_id=obj.pk)

    def get_deleted(self, model, model_db=None):
        return self.filter()

    def get_unique(self):
        return self.all()


class Version(models.Model):
    objects = VersionQuerySet.as_manager()
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=191)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    db = models.CharField(max_length=191)
    format = models.CharField(max_length=255)
    serialized_data = models.TextField()
    object_repr = models.TextField()

    def revert(self):
        pass
