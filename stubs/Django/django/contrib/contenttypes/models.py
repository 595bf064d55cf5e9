"""Content types name models."""
from _unlatched import world
from django.apps import apps
from django.db import models


class ContentTypeManager(models.Manager):
    use_in_migrations = True

    def get_by_natural_key(self, app_label, model):
        return self.get(app_label=app_label, model=model)

    def get_for_model(self, model, for_concrete_model=True):
        opts = model._meta
        return self.model(id=world("the id of a content type"), app_label=opts.app_label, model=opts.model_name)

    def get_for_models(self, *models, for_concrete_models=True):
        return {model: self.get_for_model(model) for model in models}

    def get_for_id(self, id):
        return self.get(pk=id)

    def clear_cache(self):
        pass


class ContentType(models.Model):
    app_label = models.CharField(max_length=100)
    model = models.CharField("python model class name", max_length=100)
    objects = ContentTypeManager()

    class Meta:
        db_table = "django_content_type"
        unique_together = [["app_label", "model"]]

    @property
    def name(self):
        return str(self.model)

    @property
    def app_labeled_name(self):
        return f"{self.app_label} | {self.model}"

    def model_class(self):
        try:
            return apps.get_model(self.app_label, self.model)
        except LookupError:
            return None

    def get_object_for_this_type(self, *args, **kwargs):
        return self.model_class()._base_manager.get(**kwargs)

    def get_all_objects_for_this_type(self, **kwargs):
        return self.model_class()._base_manager.filter(**kwargs)

    def natural_key(self):
        return (self.app_label, self.model)
