"""Files from disk; `static()` routes them while DEBUG is on."""
from _unlatched import opaque, world
from django.http import FileResponse, Http404


def serve(request, path, document_root=None, show_indexes=False):
    if not world("whether the file exists"):
        raise Http404("file not found")
    return FileResponse(opaque("the content of a file"))


def directory_index(path, fullpath):
    return opaque("a directory listing")


def was_modified_since(header=None, mtime=0):
    return world("whether a file is newer")
