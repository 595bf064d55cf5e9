from ckeditor import fields

from _unlatched import opaque


class RichTextUploadingField(fields.RichTextField):
    pass


def __getattr__(name):
    return opaque('ckeditor_uploader.fields.' + name)
