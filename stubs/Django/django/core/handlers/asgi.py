"""Entry points of asynchronous servers."""
from _unlatched import opaque
from django.core.handlers import base
from django.http import HttpRequest


class ASGIRequest(HttpRequest):
    pass


class ASGIHandler(base.BaseHandler):
    request_class = ASGIRequest
    chunk_size = 2**16

    def __init__(self):
        super().__init__()
