"""Storages of files."""
from _unlatched import opaque


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
    def __init__(self, location=None, base_url=None, file_permissions_mode=None, directory_permissions_mode=None,
                 allow_overwrite=False):
        self._location = location


def get_storage_class(import_path=None):
    return FileSystemStorage


default_storage = opaque("the storage of files")


def __getattr__(name):
    return opaque("django.core.files.storage." + name)
