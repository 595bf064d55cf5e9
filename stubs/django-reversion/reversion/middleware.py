from reversion.views import _request_creates_revision


class RevisionMiddleware:
    manage_manually = False
    using = None
    atomic = True

    def __init__(self, get_response):
        self.get_response = get_response

    def request_creates_revision(self, request):
        return _request_creates_revision(request)

    def __call__(self, request):
        return self.get_response(request)
