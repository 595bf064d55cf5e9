from django.db.models import CharField


class ColorField(CharField):
    def __init__(self, *args, **kwargs):
        for name in ('samples', 'format', 'image_field'):
            kwargs.pop(name, None)
        kwargs.setdefault('max_length', 25)
        kwargs.setdefault('default', None if kwargs.get('null') else '#FFFFFF')
        super().__init__(*args, **kwargs)
