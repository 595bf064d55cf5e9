"""Template context."""
from _unlatched import opaque


def auth(request):
    return {"user": request.user, "perms": opaque("the permissions of a template")}
