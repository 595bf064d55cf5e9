"""Statuses by name."""


class _UnlatchedCodes:
    ok = okay = OK = 200
    created = CREATED = 201
    accepted = ACCEPTED = 202
    no_content = NO_CONTENT = 204
    found = FOUND = 302
    bad_request = bad = BAD_REQUEST = 400
    unauthorized = UNAUTHORIZED = 401
    forbidden = FORBIDDEN = 403
    not_found = NOT_FOUND = 404
    too_many_requests = TOO_MANY_REQUESTS = 429
    server_error = internal_server_error = INTERNAL_SERVER_ERROR = 500
    bad_gateway = BAD_GATEWAY = 502
    unavailable = service_unavailable = SERVICE_UNAVAILABLE = 503


codes = _UnlatchedCodes()
