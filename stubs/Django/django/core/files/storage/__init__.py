"""Storages of files."""
from _unlatched import DJANGO_VERSION, opaque


class Storage:
    def open(self, name, mode="rb"):
        return opaque("a stored file")

    def save(self, name, content, max_length=None):
        return name

    def exists(self, name):
        return opaque("whether a file exists")

    def delete(self, name):
        pass

    def url(self, name):
        return opaque("the URL of a file")

    def path(self, name):
        return opaque("the path of a file")


class FileSystemStorage(Storage):
    def __init__(self, location=None, base_url=None, *args, **kwargs):
        self._location = location


if DJANGO_VERSION < (5, 1):
    def get_storage_class(import_path=None):
        return FileSystemStorage


default_storage = opaque("the storage of files")


def __getattr__(name):
    return opaque("django.core.files.storage." + name)
