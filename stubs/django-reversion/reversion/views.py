from functools import wraps


def _request_creates_revision(request):
    return request.method not in ('OPTIONS', 'GET', 'HEAD')


def create_revision(manage_manually=False, using=None, atomic=True, request_creates_revision=None):
    def decorator(func):
        @wraps(func)
        def do_revision_view(request, *args, **kwargs):
            return func(request, *args, **kwargs)

        return do_revision_view

    return decorator


class RevisionMixin:
    revision_manage_manually = False
    revision_using = None
    revision_atomic = True

    def revision_request_creates_revision(self, request):
        return _request_creates_revision(request)
