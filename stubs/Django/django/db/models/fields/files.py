"""Fields of files."""
from _unlatched import opaque
from django.db.models.fields import Field


class FileField(Field):
    def __init__(self, verbose_name=None, name=None, upload_to="", storage=None, **kwargs):
        self.storage = storage
        self.upload_to = upload_to
        kwargs.setdefault("max_length", 100)
        super().__init__(verbose_name, name, **kwargs)

    def generate_filename(self, instance, filename):
        return filename

    attr_class = description = opaque("left out of FileField")


class ImageField(FileField):
    def __init__(self, verbose_name=None, name=None, width_field=None, height_field=None, **kwargs):
        self.width_field, self.height_field = width_field, height_field
        super().__init__(verbose_name, name, **kwargs)

    attr_class = description = update_dimension_fields = opaque("left out of ImageField")


def __getattr__(name):
    return opaque("django.db.models.fields.files." + name)
