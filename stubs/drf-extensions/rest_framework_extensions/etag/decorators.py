"""Conditional requests: the handler, or 304, 412, 428, after the gates of the view."""
from functools import wraps

from _unlatched import world
from rest_framework import status
from rest_framework.permissions import SAFE_METHODS
from rest_framework.response import Response
from rest_framework_extensions.exceptions import PreconditionRequiredException
from rest_framework_extensions.utils import prepare_header_name


class ETAGProcessor:
    def __init__(self, etag_func=None, rebuild_after_method_evaluation=False):
        self.etag_func = etag_func
        self.rebuild_after_method_evaluation = rebuild_after_method_evaluation

    def __call__(self, func):
        this = self

        @wraps(func)
        def inner(self, request, *args, **kwargs):
            return this.process_conditional_request(view_instance=self, view_method=func, request=request, args=args, kwargs=kwargs)

        return inner

    def process_conditional_request(self, view_instance, view_method, request, args, kwargs):
        etags, if_none_match, if_match = self.get_etags_and_matchers(request)
        if if_none_match and world('entity tag is equal'):
            if request.method in SAFE_METHODS:
                return Response(status=status.HTTP_304_NOT_MODIFIED)
            return Response(status=status.HTTP_412_PRECONDITION_FAILED)
        if if_match and not world('entity tag is equal'):
            return Response(status=status.HTTP_412_PRECONDITION_FAILED)
        return view_method(view_instance, request, *args, **kwargs)

    def get_etags_and_matchers(self, request):
        return (None, request.META.get(prepare_header_name('if-none-match')), request.META.get(prepare_header_name('if-match')))


class APIETAGProcessor(ETAGProcessor):
    precondition_map = {'PUT': ['If-Match'], 'PATCH': ['If-Match'], 'DELETE': ['If-Match']}

    def __init__(self, etag_func=None, rebuild_after_method_evaluation=False, precondition_map=None):
        if precondition_map is not None:
            self.precondition_map = precondition_map
        super().__init__(etag_func=etag_func, rebuild_after_method_evaluation=rebuild_after_method_evaluation)

    def get_etags_and_matchers(self, request):
        self.evaluate_preconditions(request)
        return super().get_etags_and_matchers(request)

    def evaluate_preconditions(self, request):
        for header in self.precondition_map.get(request.method.upper(), []):
            if not request.META.get(prepare_header_name(header)):
                raise PreconditionRequiredException()
        return True


etag = ETAGProcessor
api_etag = APIETAGProcessor
