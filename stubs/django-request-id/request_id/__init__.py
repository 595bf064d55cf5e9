"""A number for every request, for logs."""
from uuid import uuid4

from _unlatched import opaque
from request_id.local import Local, release_local

local = Local()


def generate_request_id():
    return str(uuid4())


def get_current_request_id():
    return opaque('number of the request')
