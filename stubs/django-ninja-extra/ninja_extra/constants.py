from _unlatched import opaque

POST = 'POST'
PUT = 'PUT'
PATCH = 'PATCH'
DELETE = 'DELETE'
GET = 'GET'
ROUTE_METHODS = [POST, PUT, PATCH, DELETE, GET]


def __getattr__(name):
    return opaque('ninja_extra.constants.' + name)
