"""Response: carries data and a status; rendering decides nothing."""
from django.template.response import SimpleTemplateResponse

from _unlatched import gives_away, opaque


class Response(SimpleTemplateResponse):
    def __init__(self, data=None, status=None, template_name=None, headers=None, exception=False, content_type=None):
        super().__init__(None, status=status)
        gives_away(data)
        self.data = data
        self.template_name = template_name
        self.exception = exception
        self.content_type = content_type
        if headers:
            for name, value in headers.items():
                self[name] = value

    def __class_getitem__(cls, *args, **kwargs):
        return cls

    @property
    def rendered_content(self):
        return opaque('rendered response')

    @property
    def status_text(self):
        return opaque('reason phrase of the status')
