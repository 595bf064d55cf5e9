"""A site that is the host of the request."""
from _unlatched import opaque


class RequestSite:
    def __init__(self, request):
        self.domain = self.name = request.get_host()

    def __str__(self):
        return self.domain

    delete = save = opaque("left out of RequestSite")
