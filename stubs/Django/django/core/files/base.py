"""File objects."""
from _unlatched import opaque


class File:
    def __init__(self, file, name=None):
        self.file = file
        self.name = name

    def __bool__(self):
        return bool(self.name)

    @property
    def size(self):
        return opaque("the size of a file")

    def chunks(self, chunk_size=None):
        return opaque("the content of a file")

    def open(self, mode=None, *args, **kwargs):
        return self

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        pass

    DEFAULT_CHUNK_SIZE = multiple_chunks = opaque("left out of File")


class ContentFile(File):
    def __init__(self, content, name=None):
        super().__init__(content, name=name)

    def __bool__(self):
        return True

    write = opaque("left out of ContentFile")
