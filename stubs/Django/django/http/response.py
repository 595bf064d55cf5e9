"""Responses: their status decides a verdict, their headers a little, their contents nothing."""
from _unlatched import DJANGO_VERSION, gives_away, is_known
from django.http.cookie import SimpleCookie


class BadHeaderError(ValueError):
    pass


class Http404(Exception):
    pass


class ResponseHeaders(dict):
    def __init__(self, data):
        self.update(data or {})


class HttpResponseBase:
    status_code = 200

    def __init__(self, content_type=None, status=None, reason=None, charset=None, headers=None):
        self.headers = ResponseHeaders(headers)
        self.cookies = SimpleCookie()
        self.closed = False
        if status is not None:
            # Of one that is not known it is not asked: nearly all are right.
            if is_known(status) and not 100 <= int(status) <= 599:
                raise ValueError("HTTP status code must be an integer from 100 to 599.")
            self.status_code = status
        self._reason_phrase = reason
        self._charset = charset

    @property
    def reason_phrase(self):
        return self._reason_phrase or ""

    @property
    def charset(self):
        return self._charset or "utf-8"

    def __setitem__(self, header, value):
        self.headers[header] = value

    def __getitem__(self, header):
        return self.headers[header]

    def __delitem__(self, header):
        self.headers.pop(header, None)

    def has_header(self, header):
        return header in self.headers

    __contains__ = has_header

    def items(self):
        return self.headers.items()

    def get(self, header, alternate=None):
        return self.headers.get(header, alternate)

    def set_cookie(self, key, value="", *args, **kwargs):
        self.cookies[key] = value

    def set_signed_cookie(self, key, value, salt="", **kwargs):
        self.cookies[key] = value

    def delete_cookie(self, key, path="/", domain=None, samesite=None):
        self.cookies.pop(key, None)

    def setdefault(self, key, value):
        self.headers.setdefault(key, value)

    def close(self):
        self.closed = True

    def flush(self):
        pass


class HttpResponse(HttpResponseBase):
    streaming = False

    def __init__(self, content=b"", *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.content = content

    def write(self, content):
        pass

    def getvalue(self):
        return self.content


class StreamingHttpResponse(HttpResponseBase):
    streaming = True

    def __init__(self, streaming_content=(), *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.streaming_content = streaming_content
        self.is_async = False


class FileResponse(StreamingHttpResponse):
    block_size = 4096

    def __init__(self, *args, as_attachment=False, filename="", **kwargs):
        super().__init__(*args, **kwargs)
        self.as_attachment = as_attachment
        self.filename = filename


class HttpResponseRedirectBase(HttpResponse):
    allowed_schemes = ["http", "https", "ftp"]

    if DJANGO_VERSION >= (5, 2):

        def __init__(self, redirect_to, preserve_request=False, *args, **kwargs):
            kwargs.pop("max_length", None)  # Django 5.2.8: the longest URL
            super().__init__(*args, **kwargs)
            self["Location"] = str(redirect_to)
            if preserve_request:
                self.status_code = self.status_code_preserve_request
    else:

        def __init__(self, redirect_to, *args, **kwargs):
            kwargs.pop("max_length", None)
            super().__init__(*args, **kwargs)
            self["Location"] = str(redirect_to)

    @property
    def url(self):
        return self["Location"]


class HttpResponseRedirect(HttpResponseRedirectBase):
    status_code = 302
    if DJANGO_VERSION >= (5, 2):
        status_code_preserve_request = 307


class HttpResponsePermanentRedirect(HttpResponseRedirectBase):
    status_code = 301
    if DJANGO_VERSION >= (5, 2):
        status_code_preserve_request = 308


class HttpResponseNotModified(HttpResponse):
    status_code = 304


class HttpResponseBadRequest(HttpResponse):
    status_code = 400


class HttpResponseNotFound(HttpResponse):
    status_code = 404


class HttpResponseForbidden(HttpResponse):
    status_code = 403


class HttpResponseNotAllowed(HttpResponse):
    status_code = 405

    def __init__(self, permitted_methods, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self["Allow"] = ", ".join(permitted_methods)


class HttpResponseGone(HttpResponse):
    status_code = 410


class HttpResponseServerError(HttpResponse):
    status_code = 500


class JsonResponse(HttpResponse):
    def __init__(self, data, encoder=None, safe=True, json_dumps_params=None, **kwargs):
        gives_away(data)
        kwargs.setdefault("content_type", "application/json")
        super().__init__(content=data, **kwargs)
