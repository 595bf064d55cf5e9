from django.db.models.fields.files import FileField, ImageField


class ThumbnailerField(FileField):
    def __init__(self, *args, **kwargs):
        self.thumbnail_storage = kwargs.pop('thumbnail_storage', None)
        super().__init__(*args, **kwargs)


class ThumbnailerImageField(ThumbnailerField, ImageField):
    def __init__(self, *args, **kwargs):
        self.resize_source = kwargs.pop('resize_source', None)
        super().__init__(*args, **kwargs)
